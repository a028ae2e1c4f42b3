/** Counts anew for everybody in a room whose figures a day can have changed. */

import type { LocalDay } from '../domain/local-day.js';
import { listSeasoned } from '../storage/room-members.js';
import type { Room } from '../storage/rooms.js';
import { recount } from './recount.js';
import type { Work } from './work.js';

/** Returns how many there were. */
export async function recountRoom({ tx, now }: Work, room: Pick<Room, 'id'>, day: LocalDay): Promise<number> {
  const people = await listSeasoned(tx, room.id, day);
  for (const memberId of people) await recount(tx, { roomId: room.id, memberId }, { day, now });
  return people.length;
}
