/** One message in the room for all gifts that left or were called off in the last minutes; details are for the private chat. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { queueItem } from '../../../kit/collect-item.js';
import { defineMergedReply } from '../../../kit/feature.js';
import type { Work } from '../../../kit/work.js';
import type { Room } from '../../../storage/rooms.js';

/** Keeps through the night, which it has to. */
const LIFETIME_MS = 24 * 60 * 60_000;

export const delivery = defineMergedReply<copy.Delivered>({
  kind: 'delivery',
  pace: 'plain',
  unasked: true,

  compose(items, { room, today }) {
    return copy.delivered(items, { roomId: room.id, day: today });
  },
});

/** Staff go through a list, so what they say of it is gathered as long as newcomers are. */
export async function tellDelivery(work: Work, room: Room, value: copy.Delivered): Promise<void> {
  const notBefore = work.now + work.pacing.welcome;
  await queueItem(work, room, { kind: 'delivery', value, notBefore, lifetime: LIFETIME_MS });
}
