/** Days on which members are on leave: one row each. */

import type { MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

/** Days that are there already stay as they are. */
export async function saveLeaveDays(
  tx: Tx,
  { roomId, memberId }: MembershipKey,
  days: readonly LocalDay[],
  now: number,
): Promise<void> {
  if (days.length === 0) return;
  await tx
    .insertInto('leave_day')
    .values(days.map((day) => ({ room_id: roomId, member_id: memberId, day, at: now })))
    .onConflict((conflict) => conflict.columns(['room_id', 'member_id', 'day']).doNothing())
    .execute();
}

export async function deleteLeaveDays(
  tx: Tx,
  { roomId, memberId }: MembershipKey,
  days: readonly LocalDay[],
): Promise<void> {
  if (days.length === 0) return;
  await tx
    .deleteFrom('leave_day')
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .where('day', 'in', days)
    .execute();
}

const listFrom = defineStatement((tx, p: MembershipKey & { from: LocalDay; to: LocalDay }) =>
  tx
    .selectFrom('leave_day')
    .select('day')
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId)
    .where('day', '>=', p.from)
    .where('day', '<=', p.to)
    .orderBy('day'),
);

/** The member's days of leave between these two, both included. */
export async function listLeaveDays(tx: Tx, key: MembershipKey, from: LocalDay, to: LocalDay): Promise<LocalDay[]> {
  const { roomId, memberId } = key;
  return (await listFrom.all(tx, { roomId, memberId, from, to })).map(({ day }) => day);
}

const FIRST = -1 as LocalDay;
const LAST = 1_000_000 as LocalDay;

/** The member's days of leave from that day on. */
export async function listLeaveAhead(tx: Tx, key: MembershipKey, from: LocalDay): Promise<LocalDay[]> {
  return listLeaveDays(tx, key, from, LAST);
}

export async function listAllLeave(tx: Tx, key: MembershipKey): Promise<LocalDay[]> {
  return listLeaveDays(tx, key, FIRST, LAST);
}

const listOfRoom = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx
    .selectFrom('leave_day')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'leave_day.room_id')
        .onRef('membership.member_id', '=', 'leave_day.member_id'),
    )
    .select(['leave_day.member_id as memberId', 'joined_at as joinedAt'])
    .where('leave_day.room_id', '=', p.roomId)
    .where('leave_day.day', '=', p.day)
    .where('left_at', 'is', null),
);

/** Who is in the room and on leave that day. */
export async function listOnLeave(
  tx: Tx,
  roomId: RoomId,
  day: LocalDay,
): Promise<ReadonlyArray<{ readonly memberId: MemberId; readonly joinedAt: number }>> {
  return listOfRoom.all(tx, { roomId, day });
}
