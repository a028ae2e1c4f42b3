/**
 * How a room's day stands, for the review: who checked in, and how many are still expected to.
 *
 * The same people as `attendanceOf` over `listAttendees` names, without a row for each of those who are not named.
 */

import type { Done, Turnout } from '../domain/attendance.js';
import type { RoomId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { instantOf } from '../domain/local-time.js';
import type { Tx } from './database.js';
import { type DayCheckIn, listCheckInsOfDay } from './day-check-ins.js';
import { ALL_ROOMS } from './roles.js';
import type { Room } from './rooms.js';
import { defineStatement } from './statement.js';

export async function readTurnout(tx: Tx, room: Pick<Room, 'id' | 'settings'>, day: LocalDay): Promise<Turnout> {
  const roomId = room.id;
  const before = instantOf(addDays(day, 1), 0, room.settings.zone);
  const staff = new Set((await listStaffHere.all(tx, { roomId, before })).map((row) => row.memberId));
  const present = (await countPresent.first(tx, { roomId, before }))?.count ?? 0;
  const seats = new Map((await listActive.all(tx, { roomId, day })).map((seat) => [seat.memberId, seat]));
  const checkIns = await listCheckInsOfDay(tx, roomId, day);
  const done = checkIns.flatMap((checkIn) => {
    const seat = seats.get(checkIn.memberId);
    return seat ? [{ joinedAt: seat.joinedAt, ...doneBy(seat, checkIn, staff.has(seat.memberId)) }] : [];
  });
  // Who came after that day and checked in for it all the same is done, and was never counted among those present.
  const counted = done.filter((one) => one.joinedAt < before && !one.isStaff).length;
  return { done, open: present - staff.size - counted };
}

type Seat = Pick<Done, 'memberId' | 'name' | 'streak' | 'firstDay' | 'lastDay'> & { readonly onBoard: 0 | 1 };

function doneBy(seat: Seat, { at, content }: DayCheckIn, isStaff: boolean): Done {
  const { memberId, name, streak, firstDay, lastDay } = seat;
  return { memberId, name, streak, firstDay, lastDay, onBoard: seat.onBoard === 1, isStaff, checkIn: { at, content } };
}

const countPresent = defineStatement((tx, p: { roomId: RoomId; before: number }) =>
  tx
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('room_id', '=', p.roomId)
    .where('left_at', 'is', null)
    .where('joined_at', '<', p.before),
);

const listStaffHere = defineStatement((tx, p: { roomId: RoomId; before: number }) =>
  tx
    .selectFrom('role_grant')
    .innerJoin('membership', 'membership.member_id', 'role_grant.member_id')
    .select('role_grant.member_id as memberId')
    .distinct()
    .where('role_grant.room_id', 'in', [ALL_ROOMS, p.roomId])
    .where('role', 'in', ['teacher', 'manager', 'owner'])
    .where('membership.room_id', '=', p.roomId)
    .where('left_at', 'is', null)
    .where('joined_at', '<', p.before),
);

/** Those who may have checked in on the day. */
const listActive = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx
    .selectFrom('membership')
    .select(['member_id as memberId', 'name', 'streak', 'on_board as onBoard'])
    .select(['first_day as firstDay', 'last_day as lastDay', 'joined_at as joinedAt'])
    .where('room_id', '=', p.roomId)
    .where('last_day', '>=', p.day)
    .where('left_at', 'is', null),
);
