/** Replies that are collected: the items of one message, and when it may leave. */

import type { Logger } from 'pino';
import { earliestAcknowledgement } from '../domain/pacing.js';
import { inStep } from '../storage/database.js';
import { takeItems } from '../storage/outbox-items.js';
import { postponeToMerge } from '../storage/outbox-sending.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { isUnavailable } from '../storage/retry.js';
import { markAcknowledged } from '../storage/room-marks.js';
import { readRoom, type Room } from '../storage/rooms.js';
import type { MergedReply } from './feature.js';
import { todayIn, type Work } from './work.js';

export type Composed =
  | { readonly do: 'send'; readonly text: string }
  | { readonly do: 'wait' }
  /** No words could be made of the items. */
  | { readonly do: 'fail' };

/** The words of a message: its own body, or what its kind makes of its items. */
export async function composeMerged(work: Work, message: OutboxMessage, log: Logger): Promise<Composed> {
  const reply = work.catalogue.findMergedReply(message.kind);
  // A second attempt says what the first one said.
  if (!reply || message.roomId === null || message.sendingAt !== null) return { do: 'send', text: message.body };
  const room = await readRoom(work.tx, message.roomId);
  return inStep(
    work.tx,
    () => mergeInto(work, message, reply, room),
    (error): Composed => {
      if (isUnavailable(error)) throw error;
      log.error({ err: error, kind: message.kind, outboxId: message.id }, 'reply could not be composed');
      return { do: 'fail' };
    },
  );
}

async function mergeInto(work: Work, message: OutboxMessage, reply: MergedReply, room: Room): Promise<Composed> {
  if (reply.pace === 'acknowledgement' && !(await mayAcknowledge(work, room, message.kind))) return { do: 'wait' };
  const items = await takeItems(work.tx, message.id);
  const values = items.map((item) => JSON.parse(item) as never);
  return { do: 'send', text: reply.compose(values, { ...work, room, today: todayIn(room, work.now) }) };
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
