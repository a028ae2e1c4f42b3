/** Staff hear of what was hidden, together: to take a line out of the chat takes a person. */

import type { Cause } from '../../../copy/zh-cn/moderation-causes.js';
import * as copy from '../../../copy/zh-cn/moderation.js';
import type { OffenceId } from '../../../domain/ids.js';
import { queueItem } from '../../../kit/collect-item.js';
import { defineMergedReply } from '../../../kit/feature.js';
import type { Work } from '../../../kit/work.js';
import { listRoomsOfKind, type Room } from '../../../storage/rooms.js';

const KIND = 'hidden-lines';
/** Through the night. */
const LIFETIME_MS = 36 * 60 * 60_000;

export const hiddenLines = defineMergedReply<copy.HiddenLine>({
  kind: KIND,
  pace: 'plain',
  unasked: true,

  compose(items) {
    return copy.hiddenLines(items);
  },
});

interface Hidden extends Cause {
  readonly id: OffenceId;
  readonly name: string;
  readonly content: string;
  readonly by?: string;
}

export async function tellHidden(
  work: Work,
  room: Room,
  { id, name, content, by, kind, signs, reason }: Hidden,
): Promise<void> {
  const value = { id, name, content, kind, signs, reason, topic: room.topic, ...(by !== undefined && { by }) };
  const notBefore = work.now + work.pacing.welcome;
  for (const staffRoom of await listRoomsOfKind(work.tx, work.account.id, 'staff'))
    await queueItem(work, staffRoom, { kind: KIND, value, notBefore, lifetime: LIFETIME_MS, toStaff: true });
}
