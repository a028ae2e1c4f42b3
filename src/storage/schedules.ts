/** Schedules: for each room and kind of post the next local day that is owed, and its instant. */

import type { AccountId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { PostKind } from '../domain/post.js';
import type { Tx } from './database.js';
import { claimRows } from './lock.js';
import { defineStatement } from './statement.js';

export interface Schedule {
  readonly roomId: RoomId;
  readonly kind: PostKind;
  readonly nextDay: LocalDay;
  readonly nextDueAt: number;
}

/** Due schedules of the account's rooms that no other process holds, the longest due first. */
export async function listDue(tx: Tx, accountId: AccountId, now: number, limit: number): Promise<Schedule[]> {
  return [...(await claimDue.all(tx, { accountId, now, limit }))];
}

const claimDue = defineStatement((tx, p: { accountId: AccountId; now: number; limit: number }) => {
  const due = tx
    .selectFrom('schedule')
    .select(['room_id as roomId', 'kind', 'next_day as nextDay', 'next_due_at as nextDueAt'])
    .where('next_due_at', '<=', p.now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('room')
          .select('id')
          .whereRef('room.id', '=', 'schedule.room_id')
          .where('account_id', '=', p.accountId),
      ),
    )
    .orderBy('next_due_at')
    .orderBy('room_id')
    .limit(p.limit);
  return claimRows(tx, due);
});

const save = defineStatement((tx, p: Schedule) =>
  tx
    .insertInto('schedule')
    .values({ room_id: p.roomId, kind: p.kind, next_day: p.nextDay, next_due_at: p.nextDueAt })
    .onConflict((conflict) =>
      conflict.columns(['room_id', 'kind']).doUpdateSet({ next_day: p.nextDay, next_due_at: p.nextDueAt }),
    ),
);

export async function saveSchedule(tx: Tx, { roomId, kind, nextDay, nextDueAt }: Schedule): Promise<void> {
  await save.run(tx, { roomId, kind, nextDay, nextDueAt });
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

/** When the account's next schedule is due; undefined when there is none. */
export async function findAccountsNextDueAt(tx: Tx, accountId: AccountId): Promise<number | undefined> {
  const row = await tx
    .selectFrom('schedule')
    .select('next_due_at')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('room')
          .select('id')
          .whereRef('room.id', '=', 'schedule.room_id')
          .where('account_id', '=', accountId),
      ),
    )
    .orderBy('next_due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_due_at;
}

/** When the next schedule of all is due; undefined when there is none. */
export async function findNextDueAt(tx: Tx): Promise<number | undefined> {
  const row = await tx.selectFrom('schedule').select('next_due_at').orderBy('next_due_at').limit(1).executeTakeFirst();
  return row?.next_due_at;
}
