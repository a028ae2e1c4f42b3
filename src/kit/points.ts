/**
 * Books points for a thing of its own: a gift, a prize, a manager's word. What check-ins earn is in `standing.ts`.
 *
 * Each reason is booked once for a reference, whoever says it again; the membership is locked meanwhile, so two spenders
 * cannot both have the last points.
 */

import type { MemberId, MembershipKey } from '../domain/ids.js';
import { CAPPED_REASONS, payableUnderCap } from '../domain/points.js';
import type { Tx } from '../storage/database.js';
import { appendBooked, type BookedEntry, findBooked, readEarnedOn } from '../storage/points-ledger.js';
import type { Room } from '../storage/rooms.js';
import { readStanding, saveLedgerHead } from '../storage/standings.js';
import { RefusedError } from './refused-error.js';

export interface Booked {
  /** False when it was in the ledger already, which changed nothing. */
  readonly added: boolean;
  readonly balance: number;
}

/** Refuses to take more than the balance holds. */
export async function bookPoints(tx: Tx, key: MembershipKey, entry: BookedEntry, now: number): Promise<Booked> {
  const head = await readStanding(tx, key);
  if ((await findBooked(tx, key, entry)) !== undefined) return { added: false, balance: head.balance };
  if (entry.amount < 0 && head.balance + entry.amount < 0)
    throw new RefusedError({ code: 'points.too_few', balance: head.balance, needed: -entry.amount });
  return append(tx, key, entry, now);
}

/** A member in a room whose rules hold. */
export interface Seat {
  readonly room: Pick<Room, 'id' | 'settings'>;
  readonly memberId: MemberId;
}

/**
 * Books what was earned in a room: of a capped reason at most what the room's daily cap has left. `paid` is what the ledger
 * holds for it, 0 included, also when it was booked before.
 */
export async function earnPoints(
  tx: Tx,
  { room, memberId }: Seat,
  entry: BookedEntry,
  now: number,
): Promise<Booked & { readonly paid: number }> {
  const key = { roomId: room.id, memberId };
  // Locked before what was earned is read, or two that come at once both get the rest.
  const { balance } = await readStanding(tx, key);
  const before = await findBooked(tx, key, entry);
  if (before !== undefined) return { added: false, balance, paid: before };
  const earned = await readEarnedOn(tx, key, entry.day, CAPPED_REASONS);
  const paid = payableUnderCap(entry.reason, entry.amount, { earned, cap: room.settings.pointsCap });
  return { ...(await bookPoints(tx, key, { ...entry, amount: paid }, now)), paid };
}

/**
 * Takes back what was booked for this reason and reference, by an entry that adds up to nothing with it. Points that were
 * spent meanwhile are owed: the balance may fall below zero. Nothing to take back, or taken back before, changes nothing.
 * `paidElsewhere`: what is taken back though this ledger does not hold it, for it was booked to another face of the member.
 */
export async function reversePoints(
  tx: Tx,
  key: MembershipKey,
  { reason, ref, day, paidElsewhere }: Omit<BookedEntry, 'amount'> & { readonly paidElsewhere?: number },
  now: number,
): Promise<Booked> {
  const { balance } = await readStanding(tx, key);
  const reversal = { reason: 'reversal', ref: `${reason} ${ref}`, day } as const;
  const amount = (await findBooked(tx, key, { reason, ref })) ?? paidElsewhere;
  if (amount === undefined || (await findBooked(tx, key, reversal)) !== undefined) return { added: false, balance };
  return append(tx, key, { ...reversal, amount: -amount }, now);
}

async function append(tx: Tx, key: MembershipKey, entry: BookedEntry, now: number): Promise<Booked> {
  const head = await appendBooked(tx, key, await readStanding(tx, key), { entry, at: now });
  await saveLedgerHead(tx, key, head);
  return { added: true, balance: head.balance };
}
