/** What happened in a room on a local day, counted as it happens. */

import type { RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import { keyOfPair } from './memory.js';
import { defineStatement } from './statement.js';
import { Write } from './write-behind.js';

const addCheckIns = new Write({
  table: 'room_day',
  one: (tx, p: { roomId: RoomId; day: LocalDay; change: number }) =>
    tx
      .insertInto('room_day')
      .values({ day: p.day, room_id: p.roomId, check_ins: p.change })
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'room_id'])
          .doUpdateSet((eb) => ({ check_ins: eb('room_day.check_ins', '+', p.change) })),
      ),
  all: (tx, told) =>
    tx
      .insertInto('room_day')
      .columns(['day', 'room_id', 'check_ins'])
      // In one order, so that two processes never wait for each other.
      .expression((db) => db.selectFrom(told).select(['day', 'room_id', 'check_ins']).orderBy('day').orderBy('room_id'))
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'room_id'])
          .doUpdateSet((eb) => ({ check_ins: eb('room_day.check_ins', '+', eb.ref('excluded.check_ins')) })),
      ),
  keyOf: ({ roomId, day }) => keyOfPair(roomId, day),
  rowOf: ({ roomId, day, change }) => ({ day, room_id: roomId, check_ins: change }),
  merge: (before, after) => ({ ...after, check_ins: before.check_ins + after.check_ins }),
});

export function countCheckIns(tx: Tx, roomId: RoomId, day: LocalDay, change: 1 | -1): Awaitable<unknown> {
  return addCheckIns.run(tx, { roomId, day, change });
}

/** Messages that the bot started in the room on that day. */
export async function readStartedCount(tx: Tx, roomId: RoomId, day: LocalDay): Promise<number> {
  return (await findStarted.first(tx, { roomId, day }))?.started ?? 0;
}

const findStarted = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx.selectFrom('room_day').select('started').where('day', '=', p.day).where('room_id', '=', p.roomId),
);

export async function countStarted(tx: Tx, roomId: RoomId, day: LocalDay, change = 1): Promise<void> {
  await addStarted.run(tx, { roomId, day, change });
}

const addStarted = defineStatement((tx, p: { roomId: RoomId; day: LocalDay; change: number }) =>
  tx
    .insertInto('room_day')
    .values({ day: p.day, room_id: p.roomId, started: p.change })
    .onConflict((conflict) =>
      conflict.columns(['day', 'room_id']).doUpdateSet((eb) => ({ started: eb('room_day.started', '+', p.change) })),
    ),
);

/** Check-ins of that day in the room. */
export async function readCheckInCount(tx: Tx, roomId: RoomId, day: LocalDay): Promise<number> {
  const row = await tx
    .selectFrom('room_day')
    .select('check_ins')
    .where('day', '=', day)
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return row?.check_ins ?? 0;
}
