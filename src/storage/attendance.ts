/** Everybody who is in a room, each with the check-in of one day, and who still owes the content of one. */

import type { Attendee } from '../domain/attendance.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localDayOf } from '../domain/local-time.js';
import type { Tx } from './database.js';
import { listStaffIds } from './roles.js';
import type { Room } from './rooms.js';

/** In order of member id. Who joined after that day was not expected on it. */
export async function listAttendees(tx: Tx, room: Pick<Room, 'id' | 'settings'>, day: LocalDay): Promise<Attendee[]> {
  const roomId = room.id;
  const staff = new Set(await listStaffIds(tx, roomId));
  const rows = await tx
    .selectFrom('membership')
    .leftJoin('check_in', (join) =>
      join
        .on('check_in.day', '=', day)
        .onRef('check_in.room_id', '=', 'membership.room_id')
        .onRef('check_in.member_id', '=', 'membership.member_id'),
    )
    .select(['membership.member_id as memberId', 'membership.name', 'streak', 'check_in.at', 'check_in.content'])
    .select(['on_board as onBoard', 'first_day as firstDay', 'last_day as lastDay', 'joined_at as joinedAt'])
    .where('membership.room_id', '=', roomId)
    .where('left_at', 'is', null)
    .orderBy('membership.member_id')
    .execute();
  const here = rows.filter((row) => row.at !== null || localDayOf(row.joinedAt, room.settings.zone) <= day);
  return here.map(({ at, content, onBoard, ...row }) => ({
    ...row,
    onBoard: onBoard === 1,
    isStaff: staff.has(row.memberId),
    checkIn: at === null || content === null ? undefined : { at, content },
  }));
}

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
