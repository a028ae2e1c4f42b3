/** Check-ins that came or went after the review of their day had been posted, as a later review tells them. */

import type { LocalDay } from './local-day.js';

/** What was noted of one member and day, the earliest first, and what is so now. */
export interface CorrectedDay {
  readonly day: LocalDay;
  readonly name: string;
  readonly changes: ReadonlyArray<'added' | 'removed'>;
  readonly isCheckedIn: boolean;
}

/** People who were removed are only counted. */
export interface CorrectionNews {
  readonly day: LocalDay;
  readonly added: readonly string[];
  readonly removed: number;
}

/** What is no longer so is not told: it came and went, or went and came back. */
export function correctionNews(corrected: readonly CorrectedDay[]): CorrectionNews[] {
  const days = [...new Set(corrected.map(({ day }) => day))].toSorted((a, b) => a - b);
  return days.map((day) => newsOf(day, corrected)).filter(({ added, removed }) => added.length + removed > 0);
}

function newsOf(day: LocalDay, corrected: readonly CorrectedDay[]): CorrectionNews {
  const ofDay = corrected.filter((one) => one.day === day);
  const wasAdded = (one: CorrectedDay): boolean => one.changes[0] === 'added';
  return {
    day,
    added: ofDay.filter((one) => wasAdded(one) && one.isCheckedIn).map(({ name }) => name),
    removed: ofDay.filter((one) => !wasAdded(one) && !one.isCheckedIn).length,
  };
}
