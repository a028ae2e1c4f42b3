/** What belongs to a room is given to those who are in it. */

import type { Member } from '../storage/members.js';
import { isPresent } from '../storage/presence.js';
import type { Room } from '../storage/rooms.js';
import { RefusedError } from './refused-error.js';
import type { Work } from './work.js';

export async function refuseAbsent({ tx }: Work, room: Room, people: readonly Member[]): Promise<void> {
  for (const { id, name } of people) {
    if (!(await isPresent(tx, { roomId: room.id, memberId: id })))
      throw new RefusedError({ code: 'member.unknown', name });
  }
}
