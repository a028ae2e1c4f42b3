/** When the bot is away for hours: over the morning's task and look, over noon, over the evening's review, and too long for that. */

interface Absence {
  readonly every: number;
  readonly day: number;
  /** Minutes since midnight. */
  readonly from: number;
  readonly until: number;
}

const HOUR = 60;
const ABSENCES: readonly Absence[] = [
  { every: 25, day: 3, from: 7 * HOUR, until: 10 * HOUR },
  { every: 22, day: 12, from: 19 * HOUR + 10, until: 21 * HOUR + 10 },
  { every: 26, day: 16, from: 11 * HOUR + 20, until: 13 * HOUR + 10 },
  { every: 24, day: 20, from: 18 * HOUR, until: 21 * HOUR + 50 },
];

export function isAway(dayNumber: number, minute: number): boolean {
  return ABSENCES.some(({ every, day, from, until }) => dayNumber % every === day && from <= minute && minute < until);
}
