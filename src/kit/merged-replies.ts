/** Replies that are collected: the items of one message, and when it may leave. */

import type { Logger } from 'pino';
import { earliestAcknowledgement } from '../domain/pacing.js';
import { inStep } from '../storage/database.js';
import { readSince, takeItems } from '../storage/outbox-items.js';
import { postponeToMerge } from '../storage/outbox-sending.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { isUnavailable } from '../storage/retry.js';
import { markAcknowledged } from '../storage/room-marks.js';
import { readRoom, type Room } from '../storage/rooms.js';
import { MOST_ITEMS, startCollecting } from './collect-item.js';
import type { MergedReply } from './feature.js';
import { type RoomWork, todayIn, type Work } from './work.js';

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
  const about: RoomWork = { ...work, room, today: todayIn(room, work.now) };
  const told = await gatherRows(about, message, reply);
  const items = await takeItems(work.tx, message.id);
  return { do: 'send', text: reply.compose([...told, ...items.map((item) => JSON.parse(item) as never)], about) };
}

/** What one message cannot hold is left to another one behind it. */
async function gatherRows(work: RoomWork, message: OutboxMessage, reply: MergedReply): Promise<readonly never[]> {
  const since = readSince(message.body);
  if (since === undefined || !reply.gather) return [];
  const found = await reply.gather(since, work, MOST_ITEMS + 1);
  const next = found[MOST_ITEMS];
  const { kind, notBefore } = message;
  const lifetime = message.expiresAt - notBefore;
  if (next) await startCollecting(work, work.room, { kind, notBefore, lifetime, since: next.id });
  return found.slice(0, MOST_ITEMS).map(({ item }) => item);
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
