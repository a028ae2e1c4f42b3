/** Replies that are collected: all items of one kind that wait for a room leave as one message. */

import { earliestAcknowledgement } from '../domain/pacing.js';
import { listToMerge, markMerged, postpone } from '../storage/outbox-sending.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { markAcknowledged } from '../storage/room-marks.js';
import { readRoom, type Room } from '../storage/rooms.js';
import type { MergedReply } from './feature.js';
import { todayIn, type Work } from './work.js';

const MOST_ITEMS = 200;

export type Composed = { readonly do: 'send'; readonly text: string } | { readonly do: 'wait' };

/** The words of a message: its own body, or what its kind makes of all items that wait with it. */
export async function composeMerged(work: Work, message: OutboxMessage): Promise<Composed> {
  const reply = work.catalogue.findMergedReply(message.kind);
  // A second attempt says what the first one said.
  if (!reply || message.roomId === null || message.attempts > 0) return { do: 'send', text: message.body };
  const room = await readRoom(work.tx, message.roomId);
  const items = await listToMerge(work.tx, room.id, message.kind, MOST_ITEMS);
  if (reply.pace === 'acknowledgement' && !(await mayAcknowledge(work, room, items))) return { do: 'wait' };
  const fresh = items.filter((item) => item.attempts === 0);
  await markMerged(
    work.tx,
    fresh.map((item) => item.id).filter((id) => id !== message.id),
    message.id,
  );
  return { do: 'send', text: wordsOf(reply, fresh, work, room) };
}

function wordsOf(reply: MergedReply, items: readonly OutboxMessage[], work: Work, room: Room): string {
  const values = items.map((item) => JSON.parse(item.body) as never);
  return reply.compose(values, { ...work, room, today: todayIn(room, work.now) });
}

async function mayAcknowledge(work: Work, room: Room, items: readonly OutboxMessage[]): Promise<boolean> {
  const recent = { latest: room.lastAckAt, earlier: room.earlierAckAt };
  const allowedAt = earliestAcknowledgement(work.pacing, recent, work.now);
  if (allowedAt > work.now) {
    await postpone(
      work.tx,
      items.map((item) => item.id),
      allowedAt,
    );
    return false;
  }
  await markAcknowledged(work.tx, room, work.now);
  return true;
}
