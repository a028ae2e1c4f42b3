/**
 * Marks as late what leaves late: a post that was ready in time and had to wait for the network, the pace or a stop.
 *
 * A post that a person sends again is left as it was when the person asked for it.
 */

import { isSlotKind, LATE_AFTER_MS, postKindOf } from '../domain/post.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { markLate } from '../storage/post-states.js';
import { readRoom } from '../storage/rooms.js';
import { dueAt } from './room-schedules.js';
import type { Work } from './work.js';

/** The words with which the message leaves now. */
export async function wordsOnLeaving(work: Work, message: OutboxMessage, text: string): Promise<string> {
  if (!(await leavesLate(work, message))) return text;
  await markLate(work.tx, message.id);
  const post = work.catalogue.posts.find((one) => one.kind === message.kind);
  return post?.markLate?.(text) ?? text;
}

/** Also of a picture, which bears no words; of what was late from the beginning all is said. */
async function leavesLate({ tx, now }: Work, message: OutboxMessage): Promise<boolean> {
  const { kind, day, roomId, started, late } = message;
  if (!isSlotKind(kind) || day === null || roomId === null || late || !started) return false;
  return now - dueAt(await readRoom(tx, roomId), postKindOf(kind), day) > LATE_AFTER_MS;
}
