/**
 * Points: what each deed is worth.
 *
 * What check-ins have earned is a function of the history, so when the history is corrected the ledger gets one
 * entry with the difference and never a changed row.
 */

import type { LocalDay } from './local-day.js';
import { EMPTY_TALLY, extendTally } from './streak.js';

export const CHECK_IN_POINTS = 10;

/** Bonus by length of the streak, in days: each rung is paid on the day that reaches it. */
const MILESTONES: ReadonlyMap<number, number> = new Map([
  [3, 5],
  [7, 20],
  [14, 30],
  [21, 50],
  [30, 80],
  [60, 150],
  [100, 300],
]);

export const MILESTONE_DAYS: readonly number[] = [...MILESTONES.keys()];

export function milestoneBonus(streak: number): number {
  return MILESTONES.get(streak) ?? 0;
}

export function nextMilestone(streak: number): number | undefined {
  return MILESTONE_DAYS.find((days) => days > streak);
}

/** What a history earns: distinct days, oldest first. */
export function earnedBy(days: readonly LocalDay[]): number {
  let tally = EMPTY_TALLY;
  let earned = 0;
  for (const day of days) {
    tally = extendTally(tally, day);
    earned += CHECK_IN_POINTS + milestoneBonus(tally.streak);
  }
  return earned;
}
