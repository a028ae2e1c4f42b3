/** Everybody who is in a room, each with the check-in of one day, and who still owes the content of one. */

import type { Attendee } from '../domain/attendance.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localDayOf } from '../domain/local-time.js';
import type { Tx } from './database.js';
import { listCheckInsOfDay } from './day-check-ins.js';
import { listOnLeave } from './leave-days.js';
import { listStaffIds } from './roles.js';
import type { Room } from './rooms.js';
import { defineStatement } from './statement.js';

/** In order of member id. Who joined after that day was not expected on it. */
export async function listAttendees(tx: Tx, room: Pick<Room, 'id' | 'settings'>, day: LocalDay): Promise<Attendee[]> {
  const roomId = room.id;
  const staff = new Set(await listStaffIds(tx, roomId));
  const found = await listCheckInsOfDay(tx, roomId, day);
  const checkIns = new Map(found.map(({ memberId, at, content }) => [memberId, { at, content }]));
  const onLeave = new Set((await listOnLeave(tx, roomId, day)).map(({ memberId }) => memberId));
  const present = await listSeats.all(tx, { roomId });
  const here = present.filter(
    (one) => checkIns.has(one.memberId) || localDayOf(one.joinedAt, room.settings.zone) <= day,
  );
  return here.map(({ onBoard, ...one }) => ({
    ...one,
    onBoard: onBoard === 1,
    isStaff: staff.has(one.memberId),
    isOnLeave: onLeave.has(one.memberId),
    checkIn: checkIns.get(one.memberId),
  }));
}

const listSeats = defineStatement((tx, p: { roomId: RoomId }) =>
  tx
    .selectFrom('membership')
    .select(['member_id as memberId', 'name', 'streak', 'on_board as onBoard'])
    .select(['first_day as firstDay', 'last_day as lastDay', 'joined_at as joinedAt'])
    .where('room_id', '=', p.roomId)
    .where('left_at', 'is', null)
    .orderBy('member_id'),
);

/** Whose bare check-in of the day is held at `now` until its content has come. */
export async function listPendingIds(tx: Tx, roomId: RoomId, day: LocalDay, now: number): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('pending_check_in')
    .select('member_id')
    .where('room_id', '=', roomId)
    .where('day', '=', day)
    .where('expires_at', '>', now)
    .orderBy('member_id')
    .execute();
  return rows.map((row) => row.member_id);
}
