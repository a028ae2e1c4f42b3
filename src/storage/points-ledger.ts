/**
 * The points ledger: append-only. A mistake is corrected by a new entry, never by a change.
 *
 * Each entry names the member's entry before it and the balance after it, so a statement is read along the chain
 * and proves itself.
 */

import type { MembershipKey, PointsEntryId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';

export interface PointsEntry {
  readonly amount: number;
  readonly reason: 'check-in' | 'milestone' | 'correction';
  readonly day: LocalDay;
}

/** Where a member's chain stands. */
export interface LedgerHead {
  readonly balance: number;
  readonly lastEntryId: PointsEntryId | null;
}

/** Appends the entries in order and returns the new head, which the caller stores with the membership. */
export async function appendPoints(
  tx: Tx,
  key: MembershipKey,
  head: LedgerHead,
  { entries, at }: { readonly entries: readonly PointsEntry[]; readonly at: number },
): Promise<LedgerHead> {
  let current: LedgerHead = { balance: head.balance, lastEntryId: head.lastEntryId };
  for (const entry of entries) {
    const balance = current.balance + entry.amount;
    const { id } = await tx
      .insertInto('points_entry')
      .values({ room_id: key.roomId, member_id: key.memberId, previous_id: current.lastEntryId, balance, at, ...entry })
      .returning('id')
      .executeTakeFirstOrThrow();
    current = { balance, lastEntryId: id };
  }
  return current;
}
