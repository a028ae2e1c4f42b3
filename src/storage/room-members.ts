/** Who was in a room since when, as far as days go. */

import type { MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';

/** When the member came; undefined for somebody who has never been in the room. */
export async function findJoinedAt(tx: Tx, { roomId, memberId }: MembershipKey): Promise<number | undefined> {
  const row = await tx
    .selectFrom('membership')
    .select('joined_at')
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.joined_at;
}

/** Everybody who checked in on that day or before: what the day is changes their figures. */
export async function listSeasoned(tx: Tx, roomId: RoomId, day: LocalDay): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('member_id as memberId')
    .where('room_id', '=', roomId)
    .where('first_day', '<=', day)
    .orderBy('member_id')
    .execute();
  return rows.map((row) => row.memberId);
}

/** Everybody who has checked in for a later day. */
export async function listAhead(tx: Tx, roomId: RoomId, day: LocalDay): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('member_id as memberId')
    .where('room_id', '=', roomId)
    .where('last_day', '>', day)
    .orderBy('member_id')
    .execute();
  return rows.map((row) => row.memberId);
}
