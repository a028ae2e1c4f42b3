/** The rooms in which somebody may check in. */

import type { MemberId } from '../domain/ids.js';
import { runsCourse } from '../domain/room.js';
import type { Tx } from '../storage/database.js';
import { listRoomsOfMember } from '../storage/members.js';
import { readRoom, type Room } from '../storage/rooms.js';

export async function listCourseRoomsOf(tx: Tx, memberId: MemberId): Promise<Room[]> {
  const rooms: Room[] = [];
  for (const { roomId } of await listRoomsOfMember(tx, memberId)) rooms.push(await readRoom(tx, roomId));
  return rooms.filter((room) => runsCourse(room.kind));
}
