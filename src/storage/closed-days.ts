/**
 * Days that are over in a room. Closing one goes over it for those who missed it, where it asks for nothing or a freeze
 * is held: three statements for a room, however many people it has.
 */

import type { AccountId, RoomId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { defineStatement } from './statement.js';

/** The last day that was closed; null before the first. Locks the room until the transaction ends. */
export async function lockClosedDay(tx: Tx, roomId: RoomId): Promise<LocalDay | null> {
  const query = tx.selectFrom('room').select('closed_day').where('id', '=', roomId);
  return (await lockRows(tx, query).executeTakeFirstOrThrow()).closed_day;
}

export async function markClosedDay(tx: Tx, roomId: RoomId, day: LocalDay): Promise<void> {
  await tx.updateTable('room').set({ closed_day: day }).where('id', '=', roomId).execute();
}

export async function appendClosedDay(
  tx: Tx,
  roomId: RoomId,
  { day, freezes, at }: { readonly day: LocalDay; readonly freezes: number; readonly at: number },
): Promise<void> {
  await tx.insertInto('closed_day').values({ room_id: roomId, day, freezes, at }).execute();
}

/** Freezes that were spent as the day was closed. */
export async function readSpentFreezes(tx: Tx, roomId: RoomId, day: LocalDay): Promise<number> {
  return (await findSpent.first(tx, { roomId, day }))?.freezes ?? 0;
}

const findSpent = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx.selectFrom('closed_day').select('freezes').where('room_id', '=', p.roomId).where('day', '=', p.day),
);

/** For a protected day: everybody whose streak held until it goes over it. */
export async function coverAll(tx: Tx, roomId: RoomId, day: LocalDay): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ covered_to: day })
    .where('room_id', '=', roomId)
    .where('covered_to', '=', addDays(day, -1))
    .execute();
}

export async function coverOnLeave(tx: Tx, roomId: RoomId, day: LocalDay): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ covered_to: day })
    .where('room_id', '=', roomId)
    .where('covered_to', '=', addDays(day, -1))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('leave_day')
          .select('leave_day.day')
          .whereRef('leave_day.room_id', '=', 'membership.room_id')
          .whereRef('leave_day.member_id', '=', 'membership.member_id')
          .where('leave_day.day', '=', day),
      ),
    )
    .execute();
}

/** Of all others whose streak held until the day, each who holds a freeze spends one. Returns how many. */
export async function spendFreezes(tx: Tx, roomId: RoomId, day: LocalDay): Promise<number> {
  const result = await tx
    .updateTable('membership')
    .set((eb) => ({ covered_to: day, freezes: eb('freezes', '-', 1) }))
    .where('room_id', '=', roomId)
    .where('covered_to', '=', addDays(day, -1))
    .where('freezes', '>', 0)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Rooms with a course of which no day has ever been closed. */
export async function listNeverClosed(tx: Tx, accountId: AccountId): Promise<RoomId[]> {
  const rows = await tx
    .selectFrom('room')
    .select('id')
    .where('account_id', '=', accountId)
    .where('kind', 'in', ['trial', 'paid', 'core'])
    .where('closed_day', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
