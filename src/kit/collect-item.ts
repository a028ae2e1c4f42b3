/** Items that are queued one by one and leave as one message, which is composed when it leaves. */

import { PRIORITY } from '../domain/outbox.js';
import { cleanText } from '../storage/clean-text.js';
import { appendItem, type Collecting, findCollecting, saveExpiry } from '../storage/outbox-items.js';
import { appendOutbox } from '../storage/outbox.js';
import type { Room } from '../storage/rooms.js';
import type { Work } from './work.js';

/** What one message can say of; the next one takes the rest. */
const MOST_ITEMS = 200;

export interface Item {
  /** The kind of merged reply that composes it. */
  readonly kind: string;
  readonly value: unknown;
  readonly notBefore: number;
  /** Milliseconds after which it need not be said any more. */
  readonly lifetime: number;
  /** True when the bot starts it by itself, to staff: answers go before it. */
  readonly toStaff?: boolean;
}

export async function queueItem(work: Work, room: Room, item: Item): Promise<void> {
  const collecting = await openFor(work, room, item);
  await appendItem(work.tx, collecting, cleanText(JSON.stringify(item.value)));
}

async function openFor(work: Work, room: Room, item: Item): Promise<Collecting> {
  const open = await findCollecting(work.tx, room.id, item.kind);
  if (open === undefined || open.items >= MOST_ITEMS) return start(work, room, item);
  const expiresAt = item.notBefore + item.lifetime;
  // Now and then is enough: nothing in it may expire in the first half of its life.
  if (expiresAt - open.expiresAt > item.lifetime / 2) await saveExpiry(work.tx, open.id, expiresAt);
  return open;
}

async function start(
  work: Work,
  room: Room,
  { kind, notBefore, lifetime, toStaff = false }: Item,
): Promise<Collecting> {
  const expiresAt = notBefore + lifetime;
  const id = await appendOutbox(work.tx, {
    accountId: work.account.id,
    to: { roomId: room.id },
    kind,
    priority: toStaff ? PRIORITY.staff : PRIORITY.reply,
    started: toStaff,
    body: '',
    notBefore,
    expiresAt,
    createdAt: work.now,
  });
  return { id, expiresAt, items: 0 };
}
