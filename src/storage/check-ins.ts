/**
 * Check-ins, and the standing of each membership that they build.
 *
 * The primary key (day, room, member) is what makes a second check-in of a day impossible, in any order of arrival.
 */

import type { Evidence } from '../domain/check-in.js';
import type { MembershipKey, RoomId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import type { Tally } from '../domain/streak.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { LedgerHead } from './points-ledger.js';

export interface CheckIn {
  readonly day: LocalDay;
  readonly at: number;
  readonly evidence: Evidence;
  readonly content: string;
}

/** A membership's figures, derived from its check-ins and its ledger. */
export interface Standing extends Tally, LedgerHead {}

/** Returns false when the member has checked in on that day. */
export async function appendCheckIn(tx: Tx, key: MembershipKey, checkIn: CheckIn): Promise<boolean> {
  const row = await tx
    .insertInto('check_in')
    .values({
      room_id: key.roomId,
      member_id: key.memberId,
      ...checkIn,
      content: cleanText(checkIn.content),
    })
    .onConflict((conflict) => conflict.columns(['day', 'room_id', 'member_id']).doNothing())
    .returning('day')
    .executeTakeFirst();
  if (row) await countInRoomDay(tx, key.roomId, checkIn.day, 1);
  return row !== undefined;
}

/** Returns false when there was none. */
export async function deleteCheckIn(tx: Tx, key: MembershipKey, day: LocalDay): Promise<boolean> {
  const result = await tx
    .deleteFrom('check_in')
    .where('day', '=', day)
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .executeTakeFirst();
  if (result.numDeletedRows > 0n) await countInRoomDay(tx, key.roomId, day, -1);
  return result.numDeletedRows > 0n;
}

export async function findCheckIn(tx: Tx, key: MembershipKey, day: LocalDay): Promise<CheckIn | undefined> {
  return tx
    .selectFrom('check_in')
    .select(['day', 'at', 'evidence', 'content'])
    .where('day', '=', day)
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .executeTakeFirst();
}

export async function saveEvidence(tx: Tx, key: MembershipKey, day: LocalDay, evidence: Evidence): Promise<void> {
  await tx
    .updateTable('check_in')
    .set({ evidence })
    .where('day', '=', day)
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .execute();
}

const DAYS_A_QUERY = 366;

/** The member's days of check-in from `from` to `to`, oldest first: one look at each day, since rows lie by day. */
export async function listCheckInDays(tx: Tx, key: MembershipKey, from: LocalDay, to: LocalDay): Promise<LocalDay[]> {
  const found: LocalDay[] = [];
  for (let start = from; start <= to; start = addDays(start, DAYS_A_QUERY)) {
    const length = Math.min(DAYS_A_QUERY, to - start + 1);
    const days = Array.from({ length }, (_, index) => addDays(start, index));
    const rows = await tx
      .selectFrom('check_in')
      .select('day')
      .where('day', 'in', days)
      .where('room_id', '=', key.roomId)
      .where('member_id', '=', key.memberId)
      .orderBy('day')
      .execute();
    found.push(...rows.map((row) => row.day));
  }
  return found;
}

/** Locks the membership until the transaction ends. */
export async function readStanding(tx: Tx, key: MembershipKey): Promise<Standing> {
  const query = tx
    .selectFrom('membership')
    .select(['first_day as firstDay', 'last_day as lastDay', 'streak', 'best', 'total'])
    .select(['points as balance', 'last_entry_id as lastEntryId'])
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId);
  return lockRows(tx, query).executeTakeFirstOrThrow();
}

export async function saveStanding(tx: Tx, key: MembershipKey, standing: Standing): Promise<void> {
  await tx
    .updateTable('membership')
    .set({
      first_day: standing.firstDay,
      last_day: standing.lastDay,
      streak: standing.streak,
      best: standing.best,
      total: standing.total,
      points: standing.balance,
      last_entry_id: standing.lastEntryId,
    })
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .execute();
}

async function countInRoomDay(tx: Tx, roomId: RoomId, day: LocalDay, change: 1 | -1): Promise<void> {
  await tx
    .insertInto('room_day')
    .values({ day, room_id: roomId, check_ins: change })
    .onConflict((conflict) =>
      conflict.columns(['day', 'room_id']).doUpdateSet((eb) => ({ check_ins: eb('room_day.check_ins', '+', change) })),
    )
    .execute();
}
