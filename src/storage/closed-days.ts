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
  const row = await lockLast.first(tx, { roomId });
  if (!row) throw new Error(`There is no room ${roomId}.`);
  return row.closed_day;
}

const lockLast = defineStatement((tx, p: { roomId: RoomId }) =>
  lockRows(tx, tx.selectFrom('room').select('closed_day').where('id', '=', p.roomId)),
);

export async function markClosedDay(tx: Tx, roomId: RoomId, day: LocalDay): Promise<void> {
  await setClosedDay.run(tx, { roomId, day });
}

const setClosedDay = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx.updateTable('room').set({ closed_day: p.day }).where('id', '=', p.roomId),
);

export async function appendClosedDay(
  tx: Tx,
  roomId: RoomId,
  closed: { readonly day: LocalDay; readonly freezes: number; readonly at: number },
): Promise<void> {
  await insertClosedDay.run(tx, { roomId, ...closed });
}

const insertClosedDay = defineStatement((tx, p: { roomId: RoomId; day: LocalDay; freezes: number; at: number }) =>
  tx.insertInto('closed_day').values({ room_id: p.roomId, day: p.day, freezes: p.freezes, at: p.at }),
);

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
  await coverThoseOnLeave.run(tx, { roomId, day, before: addDays(day, -1) });
}

interface Covering {
  readonly roomId: RoomId;
  readonly day: LocalDay;
  /** The day before. */
  readonly before: LocalDay;
}

const coverThoseOnLeave = defineStatement((tx, p: Covering) =>
  tx
    .updateTable('membership')
    .set({ covered_to: p.day })
    .where('room_id', '=', p.roomId)
    .where('covered_to', '=', p.before)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('leave_day')
          .select('leave_day.day')
          .whereRef('leave_day.room_id', '=', 'membership.room_id')
          .whereRef('leave_day.member_id', '=', 'membership.member_id')
          .where('leave_day.day', '=', p.day),
      ),
    ),
);

/** Of all others whose streak held until the day, each who holds a freeze spends one. Returns how many. */
export async function spendFreezes(tx: Tx, roomId: RoomId, day: LocalDay): Promise<number> {
  return spend.run(tx, { roomId, day, before: addDays(day, -1) });
}

const spend = defineStatement((tx, p: Covering) =>
  tx
    .updateTable('membership')
    .set((eb) => ({ covered_to: p.day, freezes: eb('freezes', '-', 1) }))
    .where('room_id', '=', p.roomId)
    .where('covered_to', '=', p.before)
    .where('freezes', '>', 0),
);

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
