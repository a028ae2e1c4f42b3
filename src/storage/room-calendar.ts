/** Days of a room that are unlike others: protected ones, and ones that pay more. And the rules that hold from a day on. */

import type { PointsDay } from '../domain/day-rules.js';
import type { RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { ProtectionCause } from '../domain/protection.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface ProtectedDay {
  readonly day: LocalDay;
  readonly cause: ProtectionCause;
  readonly note: string | null;
  readonly at: number;
}

/** From that day on, the earliest first. */
export async function listProtectedDays(tx: Tx, roomId: RoomId, from: LocalDay): Promise<readonly ProtectedDay[]> {
  return listProtected.all(tx, { roomId, from });
}

const listProtected = defineStatement((tx, p: { roomId: RoomId; from: LocalDay }) =>
  tx
    .selectFrom('protected_day')
    .select(['day', 'cause', 'note', 'at'])
    .where('room_id', '=', p.roomId)
    .where('day', '>=', p.from)
    .orderBy('day'),
);

export async function isProtected(tx: Tx, roomId: RoomId, day: LocalDay): Promise<boolean> {
  return (await findProtected.first(tx, { roomId, day })) !== undefined;
}

const findProtected = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx.selectFrom('protected_day').select('day').where('room_id', '=', p.roomId).where('day', '=', p.day),
);

export async function saveProtectedDay(tx: Tx, roomId: RoomId, { day, cause, note, at }: ProtectedDay): Promise<void> {
  await tx
    .insertInto('protected_day')
    .values({ room_id: roomId, day, cause, note: note === null ? null : cleanText(note), at })
    .onConflict((conflict) => conflict.columns(['room_id', 'day']).doNothing())
    .execute();
}

export async function deleteProtectedDay(tx: Tx, roomId: RoomId, day: LocalDay): Promise<void> {
  await tx.deleteFrom('protected_day').where('room_id', '=', roomId).where('day', '=', day).execute();
}

/** By what the day's points are multiplied; undefined for a day like any other. */
export async function findPointsFactor(tx: Tx, roomId: RoomId, day: LocalDay): Promise<number | undefined> {
  return (await findFactor.first(tx, { roomId, day }))?.factor;
}

const findFactor = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx.selectFrom('points_day').select('factor').where('room_id', '=', p.roomId).where('day', '=', p.day),
);

export async function savePointsDay(tx: Tx, roomId: RoomId, { day, factor }: PointsDay): Promise<void> {
  await tx
    .insertInto('points_day')
    .values({ room_id: roomId, day, factor })
    .onConflict((conflict) => conflict.columns(['room_id', 'day']).doUpdateSet({ factor }))
    .execute();
}

export async function deletePointsDay(tx: Tx, roomId: RoomId, day: LocalDay): Promise<void> {
  await tx.deleteFrom('points_day').where('room_id', '=', roomId).where('day', '=', day).execute();
}

/** From that day on a freeze is earned by so many days in a row; 0 for never. */
export async function saveFreezeRule(tx: Tx, roomId: RoomId, fromDay: LocalDay, every: number): Promise<void> {
  await tx
    .insertInto('room_rule')
    .values({ room_id: roomId, from_day: fromDay, freeze_every: every })
    .onConflict((conflict) => conflict.columns(['room_id', 'from_day']).doUpdateSet({ freeze_every: every }))
    .execute();
}
