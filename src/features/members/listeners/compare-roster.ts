/**
 * The platform's member list compared with ours: who left without a word, and whose coming was not told.
 *
 * The first list after a room is registered only fills ours; nobody is greeted who has been there all along.
 */

import { defineListener } from '../../../kit/feature.js';
import type { ListenerWork } from '../../../kit/feature.js';
import type { ChatPerson } from '../../../ports/chat-gateway.js';
import { findMemberByPlatformId, listPresent } from '../../../storage/members.js';
import { markLeft } from '../../../storage/presence.js';
import { markRosterRead } from '../../../storage/room-marks.js';
import type { Room } from '../../../storage/rooms.js';
import { noteArrivals } from '../arrivals.js';

export const compareRoster = defineListener({
  name: 'members.compare-roster',
  on: 'room.roster',

  async run(work) {
    const { tx, now, room, event } = work;
    // An empty list is a list that could not be read.
    if (!room || event.people.length === 0) return;
    await noteArrivals(work, room, event.people, room.rosterAt !== null);
    await noteGone(work, room, event.people);
    await markRosterRead(tx, room.id, now);
  },
});

async function noteGone(work: ListenerWork<'room.roster'>, room: Room, people: readonly ChatPerson[]): Promise<void> {
  const { tx, account, now } = work;
  const here = new Set<number>();
  for (const person of people) {
    const member = await findMemberByPlatformId(tx, account.id, person.platformId);
    if (member) here.add(member.id);
  }
  for (const member of await listPresent(tx, room.id)) {
    if (!here.has(member.id)) await markLeft(tx, { roomId: room.id, memberId: member.id }, now);
  }
}
