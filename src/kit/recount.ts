/**
 * Counts a member's figures anew from all that they follow from, and books the difference.
 *
 * For everything but a check-in of today: one that comes late, goes or moves, leave, a protected day, a changed factor.
 * What follows from check-ins is the balance without what was booked for things of their own, so a recount always
 * brings the ledger to what the history earns, whatever was changed before it.
 */

import type { MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { earnedBy } from '../domain/points.js';
import { tallyOf } from '../domain/streak.js';
import type { Tx } from '../storage/database.js';
import { readHistory } from '../storage/histories.js';
import { appendPoints, type PointsEntry, readBookedSum } from '../storage/points-ledger.js';
import { readStanding, saveStanding, type Standing } from '../storage/standings.js';
import { reviewBadges } from './badges.js';

export interface Cause {
  /** The day whose change makes it necessary. */
  readonly day: LocalDay;
  readonly now: number;
  /** What the change itself books; the rest is a correction. */
  readonly entries?: readonly PointsEntry[];
}

/** The change itself is made before, the end of the chain of check-ins included. */
export async function recount(tx: Tx, key: MembershipKey, { day, now, entries = [] }: Cause): Promise<Standing> {
  const before = await readStanding(tx, key);
  const { days, brought, rules } = await readHistory(tx, key);
  const wanted = earnedBy(days, rules, brought) + (await readBookedSum(tx, key));
  const booked = entries.reduce((sum, { amount }) => sum + amount, before.balance);
  const correction: PointsEntry[] = wanted === booked ? [] : [{ amount: wanted - booked, reason: 'correction', day }];
  const head = await appendPoints(tx, key, before, { entries: [...entries, ...correction], at: now });
  const standing = { ...tallyOf(days, rules), ...head, lastCheckInId: before.lastCheckInId };
  await saveStanding(tx, key, standing);
  return (await reviewBadges(tx, key, standing, now)) ? readStanding(tx, key) : standing;
}
