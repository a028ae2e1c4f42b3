/** Who has risen hears it in their room, all of a morning in one message. */

import * as copy from '../../../copy/zh-cn/tiers.js';
import type { MemberId } from '../../../domain/ids.js';
import { queueItem } from '../../../kit/collect-item.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineMergedReply } from '../../../kit/feature.js';
import type { Work } from '../../../kit/work.js';
import type { Room } from '../../../storage/rooms.js';

const RISEN = 'tier-risen';
const LIFETIME_MS = 24 * 60 * 60_000;

export const risen = defineMergedReply<copy.Risen>({
  kind: RISEN,
  pace: 'plain',
  unasked: true,
  compose: (items, { room, today }) => copy.risen(items, { roomId: room.id, day: today }),
});

/** In the room that is spoken of, else in the first with a course that they are in. */
export async function tellRisen(
  work: Work,
  room: Room | undefined,
  { memberId, ...value }: copy.Risen & { readonly memberId: MemberId },
): Promise<void> {
  const there = room ?? (await listCourseRoomsOf(work.tx, memberId))[0];
  if (there === undefined) return;
  await queueItem(work, there, {
    kind: RISEN,
    value,
    notBefore: work.now + work.pacing.welcome,
    lifetime: LIFETIME_MS,
  });
}
