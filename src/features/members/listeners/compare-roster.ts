/**
 * The platform's member list compared with ours: who left without a word, and whose coming was not told.
 *
 * The first list after a room is registered only fills ours; nobody is greeted who has been there all along.
 */

import { defineListener } from '../../../kit/feature.js';
import type { ListenerWork } from '../../../kit/feature.js';
import type { ChatPerson } from '../../../ports/chat-gateway.js';
import { cleanText } from '../../../storage/clean-text.js';
import { listPresentPeople, markLeft, type PresentPerson } from '../../../storage/presence.js';
import { markRosterRead } from '../../../storage/room-marks.js';
import type { Room } from '../../../storage/rooms.js';
import { noteArrivals } from '../arrivals.js';

export const compareRoster = defineListener({
  name: 'members.compare-roster',
  on: 'room.roster',

  async run(work) {
    const { tx, account, now, room, event } = work;
    // An empty list is a list that could not be read.
    if (!room || event.people.length === 0) return;
    const present = await listPresentPeople(tx, account.id, room.id);
    await noteArrivals(work, room, listUnknown(event.people, present), room.rosterAt !== null);
    await noteGone(work, room, present);
    await markRosterRead(tx, room.id, now);
  },
});

/** Those of whom there is something to note: not here until now, or under another name. */
function listUnknown(people: readonly ChatPerson[], present: readonly PresentPerson[]): ChatPerson[] {
  const names = new Map(present.map(({ platformId, name }) => [platformId, name]));
  return people.filter(({ platformId, name }) => names.get(platformId) !== cleanText(name));
}

/** A member is here by any of their ids. */
async function noteGone(
  { tx, event, now }: ListenerWork<'room.roster'>,
  room: Room,
  present: readonly PresentPerson[],
): Promise<void> {
  const listed = new Set<string | null>(event.people.map(({ platformId }) => platformId));
  const here = new Set(present.filter(({ platformId }) => listed.has(platformId)).map(({ memberId }) => memberId));
  const gone = new Set(present.map(({ memberId }) => memberId).filter((id) => !here.has(id)));
  for (const memberId of gone) await markLeft(tx, { roomId: room.id, memberId }, now);
}
