/** Schedules: for each room and kind of post the next local day that is owed, and its instant. */

import type { AccountId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { PostKind } from '../domain/post.js';
import type { Tx } from './database.js';
import { claimRows } from './lock.js';

export interface Schedule {
  readonly roomId: RoomId;
  readonly kind: PostKind;
  readonly nextDay: LocalDay;
  readonly nextDueAt: number;
}

/** Due schedules of the account's rooms that no other process holds, the longest due first. */
export async function listDue(tx: Tx, accountId: AccountId, now: number, limit: number): Promise<Schedule[]> {
  const due = tx
    .selectFrom('schedule')
    .select(['room_id as roomId', 'kind', 'next_day as nextDay', 'next_due_at as nextDueAt'])
    .where('next_due_at', '<=', now)
    .where('room_id', 'in', (eb) => eb.selectFrom('room').select('id').where('account_id', '=', accountId))
    .orderBy('next_due_at')
    .orderBy('room_id')
    .limit(limit);
  return claimRows(tx, due).execute();
}

export async function saveSchedule(tx: Tx, schedule: Schedule): Promise<void> {
  const next = { next_day: schedule.nextDay, next_due_at: schedule.nextDueAt };
  await tx
    .insertInto('schedule')
    .values({ room_id: schedule.roomId, kind: schedule.kind, ...next })
    .onConflict((conflict) => conflict.columns(['room_id', 'kind']).doUpdateSet(next))
    .execute();
}

export async function listSchedules(tx: Tx, roomId: RoomId): Promise<Schedule[]> {
  return tx
    .selectFrom('schedule')
    .select(['room_id as roomId', 'kind', 'next_day as nextDay', 'next_due_at as nextDueAt'])
    .where('room_id', '=', roomId)
    .orderBy('next_due_at')
    .execute();
}

export async function deleteSchedules(tx: Tx, roomId: RoomId): Promise<void> {
  await tx.deleteFrom('schedule').where('room_id', '=', roomId).execute();
}

/** When the next schedule is due; undefined when there is none. */
export async function findNextDueAt(tx: Tx): Promise<number | undefined> {
  const row = await tx.selectFrom('schedule').select('next_due_at').orderBy('next_due_at').limit(1).executeTakeFirst();
  return row?.next_due_at;
}
