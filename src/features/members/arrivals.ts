/** People who came into a room: noted, and collected for one welcome. */

import { runsCourse } from '../../domain/room.js';
import { queueWelcome } from '../../kit/welcome.js';
import type { Work } from '../../kit/work.js';
import type { ChatPerson } from '../../ports/chat-gateway.js';
import { findOrAddMembers } from '../../storage/new-members.js';
import { markAllPresent, markWelcomed } from '../../storage/presence.js';
import type { Room } from '../../storage/rooms.js';

export async function noteArrivals(
  work: Work,
  room: Room,
  people: readonly ChatPerson[],
  greet: boolean,
): Promise<void> {
  const { tx, account, now } = work;
  const others = people.filter(({ platformId }) => platformId !== account.platformId);
  const members = await findOrAddMembers(tx, account.id, others, now);
  const newcomers = await markAllPresent(tx, room.id, members, now);
  if (!greet || !runsCourse(room.kind)) return;
  for (const memberId of newcomers) {
    await markWelcomed(tx, { roomId: room.id, memberId }, now);
    await queueWelcome(work, room, { memberId, name: members.get(memberId) ?? '' });
  }
}
