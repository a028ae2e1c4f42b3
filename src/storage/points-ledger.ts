/**
 * The points ledger: append-only. A mistake is corrected by a new entry, never by a change.
 *
 * Each entry names the member's entry before it and the balance after it, so a statement is read along the chain
 * and proves itself.
 */

import type { MembershipKey, PointsEntryId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineInsert } from './statement.js';

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

interface NewEntry extends PointsEntry, MembershipKey {
  readonly previousId: PointsEntryId | null;
  readonly balance: number;
  readonly at: number;
}

const appendEntry = defineInsert<NewEntry, PointsEntryId>((tx, p) =>
  tx.insertInto('points_entry').values({
    room_id: p.roomId,
    member_id: p.memberId,
    previous_id: p.previousId,
    amount: p.amount,
    balance: p.balance,
    reason: p.reason,
    day: p.day,
    at: p.at,
  }),
);

/** Appends the entries in order and returns the new head, which the caller stores with the membership. */
export async function appendPoints(
  tx: Tx,
  key: MembershipKey,
  head: LedgerHead,
  { entries, at }: { readonly entries: readonly PointsEntry[]; readonly at: number },
): Promise<LedgerHead> {
  let current: LedgerHead = { balance: head.balance, lastEntryId: head.lastEntryId };
  const { roomId, memberId } = key;
  for (const { amount, reason, day } of entries) {
    const balance = current.balance + amount;
    const previousId = current.lastEntryId;
    const lastEntryId = await appendEntry.run(tx, { roomId, memberId, previousId, amount, balance, reason, day, at });
    current = { balance, lastEntryId };
  }
  return current;
}
