/** How people, rooms and courses are called that something else names by number. Absent once they are gone. */

import type { CourseId, MemberId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';

export async function findMemberName(tx: Tx, id: MemberId): Promise<string | undefined> {
  const row = await tx.selectFrom('member').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name;
}

export async function findRoomTopic(tx: Tx, id: RoomId): Promise<string | undefined> {
  const row = await tx.selectFrom('room').select('topic').where('id', '=', id).executeTakeFirst();
  return row?.topic;
}

export async function findCourseName(tx: Tx, id: CourseId): Promise<string | undefined> {
  const row = await tx.selectFrom('course').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name;
}
