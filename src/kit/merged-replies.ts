/** Replies that are collected: all items of one kind that wait for a room leave as one message. */

import type { Logger } from 'pino';
import { earliestAcknowledgement } from '../domain/pacing.js';
import { inSavepoint } from '../storage/database.js';
import { listToMerge, markMerged, postponeToMerge } from '../storage/outbox-sending.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { isUnavailable } from '../storage/retry.js';
import { markAcknowledged } from '../storage/room-marks.js';
import { readRoom, type Room } from '../storage/rooms.js';
import type { MergedReply } from './feature.js';
import { todayIn, type Work } from './work.js';

const MOST_ITEMS = 200;

export type Composed =
  | { readonly do: 'send'; readonly text: string }
  | { readonly do: 'wait' }
  /** No words could be made of the items. */
  | { readonly do: 'fail' };

/** The words of a message: its own body, or what its kind makes of all items that wait with it. */
export async function composeMerged(work: Work, message: OutboxMessage, log: Logger): Promise<Composed> {
  const reply = work.catalogue.findMergedReply(message.kind);
  // A second attempt says what the first one said.
  if (!reply || message.roomId === null || message.sendingAt !== null) return { do: 'send', text: message.body };
  const room = await readRoom(work.tx, message.roomId);
  try {
    return await inSavepoint(work.tx, () => mergeInto(work, message, reply, room));
  } catch (error) {
    if (isUnavailable(error)) throw error;
    log.error({ err: error, kind: message.kind, outboxId: message.id }, 'reply could not be composed');
    return { do: 'fail' };
  }
}

async function mergeInto(work: Work, message: OutboxMessage, reply: MergedReply, room: Room): Promise<Composed> {
  if (reply.pace === 'acknowledgement' && !(await mayAcknowledge(work, room, message.kind))) return { do: 'wait' };
  const items = await listToMerge(work.tx, room.id, message.kind, MOST_ITEMS);
  const others = items.map((item) => item.id).filter((id) => id !== message.id);
  await markMerged(work.tx, others, message.id);
  return { do: 'send', text: wordsOf(reply, items, work, room) };
}

function wordsOf(reply: MergedReply, items: readonly OutboxMessage[], work: Work, room: Room): string {
  const values = items.map((item) => JSON.parse(item.body) as never);
  return reply.compose(values, { ...work, room, today: todayIn(room, work.now) });
}

async function mayAcknowledge(work: Work, room: Room, kind: string): Promise<boolean> {
  const recent = { latest: room.lastAckAt, earlier: room.earlierAckAt };
  const allowedAt = earliestAcknowledgement(work.pacing, recent, work.now);
  if (allowedAt > work.now) {
    await postponeToMerge(work.tx, room.id, kind, allowedAt);
    return false;
  }
  await markAcknowledged(work.tx, room, work.now);
  return true;
}
