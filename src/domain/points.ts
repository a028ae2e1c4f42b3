/**
 * Points: what each deed is worth.
 *
 * What check-ins have earned is a function of the history, so when the history is corrected the ledger gets one
 * entry with the difference and never a changed row.
 */

import type { DayRules } from './day-rules.js';
import type { LocalDay } from './local-day.js';
import { EMPTY_TALLY, extendTally } from './streak.js';

/**
 * Why an entry is in the ledger. `check-in`, `milestone` and `correction` follow from the history; all others are booked
 * for a thing that has a reference of its own, and `reversal` takes such an entry back.
 */
export type PointsReason =
  | 'check-in'
  | 'milestone'
  | 'correction'
  | 'grant'
  | 'redeem'
  | 'flash-sale'
  | 'draw'
  | 'quiz'
  | 'badge'
  | 'referral'
  | 'recognised'
  | 'move'
  | 'reversal';

/** Reasons that fall under the room's daily cap: what one can earn again and again by being quick. */
export const CAPPED_REASONS: readonly PointsReason[] = ['quiz'];

/** What was spent of what had been earned. */
export const SPENDING_REASONS: readonly PointsReason[] = ['redeem', 'flash-sale'];

/** What of `amount` is still paid on a day on which so much was earned by capped reasons. Others are paid in full. */
export function payableUnderCap(reason: PointsReason, amount: number, { earned, cap }: CapState): number {
  if (amount <= 0 || !CAPPED_REASONS.includes(reason)) return amount;
  return Math.min(amount, Math.max(0, cap - earned));
}

interface CapState {
  readonly earned: number;
  readonly cap: number;
}

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

const NONE: ReadonlySet<LocalDay> = new Set();

/** What a history earns: distinct days, oldest first. The bonus of a day that was brought along was paid where it came from. */
export function earnedBy(days: readonly LocalDay[], rules: DayRules, brought = NONE): number {
  let tally = EMPTY_TALLY;
  let earned = 0;
  for (const day of days) {
    tally = extendTally(tally, day, rules);
    const bonus = brought.has(day) ? 0 : milestoneBonus(tally.streak);
    earned += CHECK_IN_POINTS * rules.pointsFactor(day) + bonus;
  }
  return earned;
}
