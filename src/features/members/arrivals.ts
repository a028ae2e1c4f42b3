/** People who came into a room: noted, and collected for one welcome. */

import { runsCourse } from '../../domain/room.js';
import { queueWelcome } from '../../kit/welcome.js';
import type { Work } from '../../kit/work.js';
import type { ChatPerson } from '../../ports/chat-gateway.js';
import { findOrAddMember } from '../../storage/members.js';
import { markPresent, markWelcomed } from '../../storage/presence.js';
import type { Room } from '../../storage/rooms.js';

export async function noteArrivals(
  work: Work,
  room: Room,
  people: readonly ChatPerson[],
  greet: boolean,
): Promise<void> {
  const { tx, account, now } = work;
  for (const person of people.filter((one) => one.platformId !== account.platformId)) {
    const { id } = await findOrAddMember(tx, account.id, person, now);
    const key = { roomId: room.id, memberId: id };
    const { firstTime } = await markPresent(tx, key, person.name, now);
    if (!firstTime || !greet || !runsCourse(room.kind)) continue;
    await markWelcomed(tx, key, now);
    await queueWelcome(work, room, { memberId: id, name: person.name });
  }
}
