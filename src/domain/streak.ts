/**
 * Streaks: consecutive days on which a member checked in.
 *
 * A streak is a function of the history alone. It is not broken until its next day has fully passed, so a member
 * who has yet to check in today still holds yesterday's streak.
 */

import type { LocalDay } from './local-day.js';

/** What a history of check-in days amounts to. `streak` is the run that ends on `lastDay`. */
export interface Tally {
  readonly firstDay: LocalDay | null;
  readonly lastDay: LocalDay | null;
  readonly streak: number;
  readonly best: number;
  readonly total: number;
}

export const EMPTY_TALLY: Tally = { firstDay: null, lastDay: null, streak: 0, best: 0, total: 0 };

/** The tally after one more day, which must be later than every day before it. */
export function extendTally(tally: Tally, day: LocalDay): Tally {
  const streak = tally.lastDay !== null && day - tally.lastDay === 1 ? tally.streak + 1 : 1;
  return {
    firstDay: tally.firstDay ?? day,
    lastDay: day,
    streak,
    best: Math.max(tally.best, streak),
    total: tally.total + 1,
  };
}

/** The tally of a whole history: distinct days, oldest first. */
export function tallyOf(days: readonly LocalDay[]): Tally {
  return days.reduce(extendTally, EMPTY_TALLY);
}

/** The streak that a member holds on `today`: 0 once a whole day was missed. */
export function currentStreak(tally: Pick<Tally, 'lastDay' | 'streak'>, today: LocalDay): number {
  return tally.lastDay !== null && today - tally.lastDay <= 1 ? tally.streak : 0;
}
