/** Codes that were handed out from elsewhere are told in the room of those who have them: whose, never which. */

import * as copy from '../../../copy/zh-cn/codes.js';
import { queueItem } from '../../../kit/collect-item.js';
import { defineMergedReply } from '../../../kit/feature.js';
import type { Work } from '../../../kit/work.js';
import type { Room } from '../../../storage/rooms.js';

const LIFETIME_MS = 24 * 60 * 60_000;

export const handedOut = defineMergedReply<copy.HandedOut>({
  kind: 'handed-out',
  pace: 'plain',
  unasked: true,

  compose(items, { room, today }) {
    return copy.tellHandedOut(items, { roomId: room.id, day: today });
  },
});

export async function tellHandedOut(work: Work, room: Room, value: copy.HandedOut): Promise<void> {
  await queueItem(work, room, { kind: 'handed-out', value, notBefore: work.now, lifetime: LIFETIME_MS });
}
