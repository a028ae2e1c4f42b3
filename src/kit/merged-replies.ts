/** Replies that are collected: the items of one message, and when it may leave. */

import type { Logger } from 'pino';
import { earliestAcknowledgement } from '../domain/pacing.js';
import { inStep } from '../storage/database.js';
import { appendItem, readSince, takeItems } from '../storage/outbox-items.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { postponeToMerge } from '../storage/outbox-sending.js';
import { isUnavailable } from '../storage/retry.js';
import { markAcknowledged } from '../storage/room-marks.js';
import { readRoom, type Room } from '../storage/rooms.js';
import { startCollecting } from './collect-item.js';
import type { MergedReply } from './feature.js';
import { type RoomWork, todayIn, type Work } from './work.js';

/** What one message can say of; the next one takes the rest. */
const MOST_ITEMS = 200;

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
  return { do: 'send', text: reply.compose(await takeShare(about, message, reply), about) };
}

/** As much as one message can say of rows, and as many items; the rest is left to another one behind it. */
async function takeShare(work: RoomWork, message: OutboxMessage, reply: MergedReply): Promise<readonly never[]> {
  const rows = await gatherRows(work, message, reply);
  const next = rows[MOST_ITEMS]?.id ?? Infinity;
  const items = (await takeItems(work.tx, message.id)).map((item) => JSON.parse(item) as never);
  const ours = items.filter((item) => rowOf(item) < next).slice(0, MOST_ITEMS);
  const left = without(items, ours);
  if (left.length > 0 || next !== Infinity) await leaveBehind(work, message, { left, next });
  const toldLater = new Set(left.map(rowOf));
  const told = rows.slice(0, MOST_ITEMS).filter(({ id }) => !toldLater.has(id));
  return [...told.map(({ item }) => item), ...ours];
}

/** The row that tells an item too, if one does; of the two only the item is composed, which comes later and knows more. */
function rowOf({ id = -1 }: { readonly id?: number }): number {
  return id;
}

async function gatherRows(work: RoomWork, message: OutboxMessage, reply: MergedReply) {
  const since = readSince(message.body);
  return since === undefined || !reply.gather ? [] : reply.gather(since, work, MOST_ITEMS + 1);
}

interface Left {
  readonly left: readonly unknown[];
  /** The first row that is not told yet, or Infinity. */
  readonly next: number;
}

async function leaveBehind(work: RoomWork, message: OutboxMessage, { left, next }: Left): Promise<void> {
  const { kind, notBefore, expiresAt, started: toStaff } = message;
  const since = next === Infinity ? {} : { since: next };
  const lifetime = expiresAt - notBefore;
  const behind = await startCollecting(work, work.room, { kind, notBefore, lifetime, toStaff, ...since });
  for (const [items, item] of left.entries()) await appendItem(work.tx, { id: behind.id, items }, JSON.stringify(item));
}

function without<T>(all: readonly T[], some: readonly T[]): readonly T[] {
  const taken = new Set(some);
  return all.filter((one) => !taken.has(one));
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
