/** Days that members brought along from another room. They are no check-ins of the room, and in none of its counts. */

import type { BroughtDay } from '../domain/brought-days.js';
import type { MembershipKey, MoveId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

const listOf = defineStatement((tx, p: MembershipKey) =>
  tx
    .selectFrom('brought_day')
    .select(['day', 'done', 'freeze_every as freezeEvery'])
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId)
    .orderBy('day'),
);

/** The earliest first. */
export async function listBroughtDays(tx: Tx, { roomId, memberId }: MembershipKey): Promise<BroughtDay[]> {
  const rows = await listOf.all(tx, { roomId, memberId });
  return rows.map(({ day, done, freezeEvery }) => ({ day, isDone: done === 1, freezeEvery }));
}

/** Whether the member checked in on that day where they came from. */
export async function isBrought(tx: Tx, key: MembershipKey, day: LocalDay): Promise<boolean> {
  return (await listBroughtDays(tx, key)).some((one) => one.day === day && one.isDone);
}

/** Days that were brought before stay as they are. */
export async function appendBroughtDays(
  tx: Tx,
  { roomId, memberId }: MembershipKey,
  days: readonly BroughtDay[],
  moveId: MoveId,
): Promise<void> {
  for (const { day, isDone, freezeEvery } of days) {
    const done = isDone ? (1 as const) : (0 as const);
    await tx
      .insertInto('brought_day')
      .values({ room_id: roomId, member_id: memberId, day, done, freeze_every: freezeEvery, move_id: moveId })
      .onConflict((conflict) => conflict.columns(['room_id', 'member_id', 'day']).doNothing())
      .execute();
  }
}
