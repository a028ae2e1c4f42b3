/** Questions and votes of a room that came close together, as one message; at the pace of check-ins that are acknowledged. */

import * as copy from '../../../copy/zh-cn/questions.js';
import { earliestAcknowledgement } from '../../../domain/pacing.js';
import { queueItem } from '../../../kit/collect-item.js';
import { defineMergedReply } from '../../../kit/feature.js';
import type { Work } from '../../../kit/work.js';
import type { Room } from '../../../storage/rooms.js';

const KIND = 'questions-taken';
const LIFETIME_MS = 60 * 60_000;

export const takenQuestions = defineMergedReply<copy.TakenItem>({
  kind: KIND,
  pace: 'acknowledgement',
  compose: (items, { room, today }) => copy.taken(items, { roomId: room.id, day: today }),
});

export async function tellTaken(work: Work, room: Room, value: copy.TakenItem): Promise<void> {
  const recent = { latest: room.lastAckAt, earlier: room.earlierAckAt };
  const notBefore = earliestAcknowledgement(work.pacing, recent, work.now);
  await queueItem(work, room, { kind: KIND, value, notBefore, lifetime: LIFETIME_MS });
}
