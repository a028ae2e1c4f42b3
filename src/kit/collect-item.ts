/** What is queued bit by bit and leaves as one message, which is composed when it leaves. */

import type { MemberId } from '../domain/ids.js';
import { PRIORITY } from '../domain/outbox.js';
import { andThen, type Awaitable } from '../storage/awaitable.js';
import { cleanText } from '../storage/clean-text.js';
import {
  appendItem,
  type Collecting,
  findCollecting,
  saveExpiry,
  saveMention,
  saveSince,
} from '../storage/outbox-items.js';
import { appendOutbox } from '../storage/outbox.js';
import type { Room } from '../storage/rooms.js';
import type { Work } from './work.js';

export interface Collected {
  /** The kind of merged reply that composes it. */
  readonly kind: string;
  readonly notBefore: number;
  /** Milliseconds after which it need not be said any more. */
  readonly lifetime: number;
  /** True when the bot starts it by itself, to staff: answers go before it. */
  readonly toStaff?: boolean;
}

/** The most that one message calls by name (product rules, section 12). */
export const MOST_CALLED = 5;

export interface CollectedItem extends Collected {
  readonly value: unknown;
  /** Whom the words will call by name: the first few of a message hear of it. */
  readonly mention?: MemberId;
}

export async function queueItem(work: Work, room: Room, item: CollectedItem): Promise<void> {
  const collecting = await openFor(work, room, item);
  await appendItem(work.tx, collecting, cleanText(JSON.stringify(item.value)));
  if (item.mention !== undefined) await saveMention(work.tx, collecting.id, item.mention, MOST_CALLED);
}

/** Queues what the room's rows tell from the one with the id `since` on; what comes after it need not be queued again. */
export function queueRows(work: Work, room: Room, rows: Collected & { readonly since: number }): Awaitable<void> {
  return andThen(openFor(work, room, rows), ({ id, since }) => {
    // Ids of another process may be lower than those that came before them.
    return since === undefined || rows.since < since ? saveSince(work.tx, id, rows.since) : undefined;
  });
}

/**
 * One message collects for a room at a time, however much it comes to hold: of two, both would tell what rows tell. What
 * it cannot say is left to the next one when it leaves.
 */
function openFor(work: Work, room: Room, wanted: Collected & { readonly since?: number }): Awaitable<Collecting> {
  return andThen(findCollecting(work.tx, room.id, wanted.kind), (open) => {
    if (open === undefined) return startCollecting(work, room, wanted);
    const expiresAt = wanted.notBefore + wanted.lifetime;
    // Now and then is enough: nothing in it may expire in the first half of its life.
    if (expiresAt - open.expiresAt <= wanted.lifetime / 2) return open;
    return andThen(saveExpiry(work.tx, open.id, expiresAt), () => open);
  });
}

/** A message of its own, once none is being collected any more. */
export async function startCollecting(
  work: Work,
  room: Room,
  { kind, notBefore, lifetime, toStaff = false, since }: Collected & { readonly since?: number },
): Promise<Collecting> {
  const expiresAt = notBefore + lifetime;
  const id = await appendOutbox(work.tx, {
    accountId: work.account.id,
    to: { roomId: room.id },
    kind,
    priority: toStaff ? PRIORITY.staff : PRIORITY.reply,
    started: toStaff,
    body: since === undefined ? '' : String(since),
    notBefore,
    expiresAt,
    createdAt: work.now,
  });
  return { id, expiresAt, items: 0, since };
}
