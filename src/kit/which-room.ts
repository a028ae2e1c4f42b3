/** Asks which room is meant, by naming those in which the speaker may give the command; in public it names none. */

import { mayActAs, type Role } from '../domain/role.js';
import { runsCourse } from '../domain/room.js';
import { readRole } from '../storage/roles.js';
import { listRegisteredRooms, type Room } from '../storage/rooms.js';
import { isPublic } from './public-place.js';
import { RefusedError } from './refused-error.js';
import type { ChatWork } from './work.js';

export interface Unplaced {
  readonly allow: Role;
  /** The command as it is typed in the room itself. */
  readonly example: string;
}

export async function whichRoom(work: ChatWork, { allow, example }: Unplaced): Promise<RefusedError> {
  const rooms = isPublic(work.chatRoom) ? [] : await listRoomsAllowing(work, allow);
  return new RefusedError({ code: 'room.not_named', choices: rooms.map((room) => nameAmong(rooms, room)), example });
}

/** The rooms with a course in which the speaker has the role. */
export async function listRoomsAllowing({ tx, account, speaker, sentAt }: ChatWork, allow: Role): Promise<Room[]> {
  const allowing: Room[] = [];
  for (const room of await listRegisteredRooms(tx, account.id)) {
    if (runsCourse(room.kind) && mayActAs(await readRole(tx, speaker.id, room.id, sentAt), allow)) allowing.push(room);
  }
  return allowing;
}

/** As `findRoomByName` finds it. */
function nameAmong(rooms: readonly Room[], { id, topic }: Room): string {
  return rooms.some((other) => other.id !== id && other.topic === topic) ? `${topic}#${id}` : topic;
}
