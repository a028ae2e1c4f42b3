/**
 * Streaks: days of check-in one after the other.
 *
 * A streak is a function of the history alone: of check-ins, of days that ask for nothing, of rules and of the days that
 * are over. A missed day is gone over where it asks for nothing or a freeze is held, else it ends the streak; but not
 * before it has fully passed, so a member who has yet to check in today still holds yesterday's streak.
 */

import type { DayRules } from './day-rules.js';
import { addDays, type LocalDay } from './local-day.js';

/** What a history of check-in days amounts to. `streak` is the run that ends on `lastDay`. */
export interface Tally {
  readonly firstDay: LocalDay | null;
  readonly lastDay: LocalDay | null;
  /** The last day up to which the streak holds; later than `lastDay` where missed days were gone over. */
  readonly coveredTo: LocalDay | null;
  readonly streak: number;
  readonly best: number;
  readonly total: number;
  /** Freezes that are held. */
  readonly freezes: number;
}

export const EMPTY_TALLY: Tally = {
  firstDay: null,
  lastDay: null,
  coveredTo: null,
  streak: 0,
  best: 0,
  total: 0,
  freezes: 0,
};

/** Nobody holds more (product rules, section 4). */
const MOST_FREEZES = 2;

/** The tally after one more day, which must be later than every day before it. */
export function extendTally(tally: Tally, day: LocalDay, rules: DayRules): Tally {
  const { coveredTo, freezes } = coverUntil(tally, addDays(day, -1), rules);
  const streak = coveredTo !== null && day - coveredTo === 1 ? tally.streak + 1 : 1;
  const every = rules.freezeEvery(day);
  const earned = every > 0 && streak % every === 0 ? 1 : 0;
  return {
    firstDay: tally.firstDay ?? day,
    lastDay: day,
    coveredTo: day,
    streak,
    best: Math.max(tally.best, streak),
    total: tally.total + 1,
    freezes: Math.min(MOST_FREEZES, freezes + earned),
  };
}

/** The tally once every day up to `day` is over: missed ones are gone over as long as that can be. */
export function coverUntil(tally: Tally, day: LocalDay, rules: Pick<DayRules, 'isExcused'>): Tally {
  let { coveredTo, freezes } = tally;
  if (coveredTo === null || coveredTo >= day) return tally;
  while (coveredTo < day) {
    const missed = addDays(coveredTo, 1);
    if (!rules.isExcused(missed) && freezes === 0) break;
    if (!rules.isExcused(missed)) freezes -= 1;
    coveredTo = missed;
  }
  return { ...tally, coveredTo, freezes };
}

/** The tally of a whole history: distinct days, oldest first. */
export function tallyOf(days: readonly LocalDay[], rules: DayRules): Tally {
  const tally = days.reduce((before, day) => extendTally(before, day, rules), EMPTY_TALLY);
  return rules.closedThrough === null ? tally : coverUntil(tally, rules.closedThrough, rules);
}

/** The streak that a member holds on `today`: 0 once a whole day was missed. */
export function currentStreak(tally: Pick<Tally, 'coveredTo' | 'streak'>, today: LocalDay): number {
  return tally.coveredTo !== null && today - tally.coveredTo <= 1 ? tally.streak : 0;
}
