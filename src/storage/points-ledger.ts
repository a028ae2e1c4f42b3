/**
 * The points ledger: append-only. A mistake is corrected by a new entry, never by a change.
 *
 * Each entry names the member's entry before it and the balance after it, so a statement is read along the chain
 * and proves itself.
 */

import type { MembershipKey, PointsEntryId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { PointsReason } from '../domain/points.js';
import { andThen, type Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import { defineInsert } from './insert-statement.js';
import { defineStatement } from './statement.js';

export interface PointsEntry {
  readonly amount: number;
  readonly reason: PointsReason;
  readonly day: LocalDay;
}

/** An entry for a thing of its own, which is in the ledger once for each reason. */
export interface BookedEntry extends PointsEntry {
  /** Names the thing: `redemption:12`. */
  readonly ref: string;
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

const appendEntry = defineInsert<NewEntry, PointsEntryId, 'points_entry'>('points_entry', ['reason'], (p) => ({
  room_id: p.roomId,
  member_id: p.memberId,
  previous_id: p.previousId,
  amount: p.amount,
  balance: p.balance,
  reason: p.reason,
  day: p.day,
  at: p.at,
}));

/** Appends the entries in order and returns the new head, which the caller stores with the membership. */
export function appendPoints(
  tx: Tx,
  key: MembershipKey,
  { balance, lastEntryId }: LedgerHead,
  { entries, at }: { readonly entries: readonly PointsEntry[]; readonly at: number },
): Awaitable<LedgerHead> {
  let head: Awaitable<LedgerHead> = { balance, lastEntryId };
  for (const entry of entries) head = andThen(head, (current) => appendOne(tx, key, current, { entry, at }));
  return head;
}

function appendOne(
  tx: Tx,
  { roomId, memberId }: MembershipKey,
  head: LedgerHead,
  { entry, at }: { readonly entry: PointsEntry; readonly at: number },
): Awaitable<LedgerHead> {
  const { amount, reason, day } = entry;
  const balance = head.balance + amount;
  const previousId = head.lastEntryId;
  const added = appendEntry.run(tx, { roomId, memberId, previousId, amount, balance, reason, day, at });
  return andThen(added, (lastEntryId) => ({ balance, lastEntryId }));
}

/** Appends an entry for a thing of its own. Fails if it is there already, so look for it first. */
export async function appendBooked(
  tx: Tx,
  key: MembershipKey,
  head: LedgerHead,
  { entry, at }: { readonly entry: BookedEntry; readonly at: number },
): Promise<LedgerHead> {
  const balance = head.balance + entry.amount;
  const row = await tx
    .insertInto('points_entry')
    .values({
      room_id: key.roomId,
      member_id: key.memberId,
      previous_id: head.lastEntryId,
      balance,
      at,
      ...entry,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { balance, lastEntryId: row.id };
}

/** The amount that is booked for this thing and reason; undefined when nothing is. */
export async function findBooked(
  tx: Tx,
  key: MembershipKey,
  { reason, ref }: Pick<BookedEntry, 'reason' | 'ref'>,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('points_entry')
    .select('amount')
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .where('reason', '=', reason)
    .where('ref', '=', ref)
    .executeTakeFirst();
  return row?.amount;
}

/** What the membership earned on that day by these reasons, what was taken back meanwhile included. */
export async function readEarnedOn(
  tx: Tx,
  key: MembershipKey,
  day: LocalDay,
  reasons: readonly PointsReason[],
): Promise<number> {
  const row = await tx
    .selectFrom('points_entry')
    .select((eb) => eb.fn.sum<number | string | null>('amount').as('earned'))
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .where('reason', 'in', reasons)
    .where('ref', 'is not', null)
    .where('day', '=', day)
    .where('amount', '>', 0)
    .executeTakeFirst();
  return Number(row?.earned ?? 0);
}

/** The sum of what was booked for things of their own; the rest of the balance follows from check-ins. */
export async function readBookedSum(tx: Tx, key: MembershipKey): Promise<number> {
  return Number((await sumBooked.first(tx, key))?.sum ?? 0);
}

const sumBooked = defineStatement((tx, p: MembershipKey) =>
  tx
    .selectFrom('points_entry')
    .select((eb) => eb.fn.sum<number | string | null>('amount').as('sum'))
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId)
    .where('ref', 'is not', null),
);
