/** People who came into a room: noted, and collected for one welcome. */

import { addDays } from '../../domain/local-day.js';
import { instantOf, localMomentOf } from '../../domain/local-time.js';
import { isWaking, runsCourse, WAKING_HOURS } from '../../domain/room.js';
import { queueItem } from '../../kit/collect-item.js';
import type { Work } from '../../kit/work.js';
import type { ChatPerson } from '../../ports/chat-gateway.js';
import { findOrAddMember } from '../../storage/members.js';
import { markPresent, markWelcomed } from '../../storage/presence.js';
import type { Room } from '../../storage/rooms.js';
import type { Newcomer } from './merged-replies/welcome.js';

/** A welcome keeps through the night. */
const LIFETIME_MS = 12 * 60 * 60_000;

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
    await queueWelcome(work, room, { name: person.name });
  }
}

async function queueWelcome(work: Work, room: Room, newcomer: Newcomer): Promise<void> {
  const notBefore = nextWakingTime(room, work.now + work.pacing.welcome);
  await queueItem(work, room, { kind: 'welcome', value: newcomer, notBefore, lifetime: LIFETIME_MS });
}

function nextWakingTime({ settings: { zone } }: Room, instant: number): number {
  const { day, minute } = localMomentOf(instant, zone);
  if (isWaking(minute)) return instant;
  return instantOf(minute < WAKING_HOURS.from ? day : addDays(day, 1), WAKING_HOURS.from, zone);
}
