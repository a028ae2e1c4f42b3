/** What came by itself and concerns cards is told to staff rooms, merged: payments, refunds, cards that end. */

import type { CardNews } from '../domain/card-news.js';
import type { OrderId } from '../domain/ids.js';
import { listRoomsOfKind } from '../storage/rooms.js';
import { findShownOrder } from '../storage/shown-orders.js';
import { queueItem } from './collect-item.js';
import type { Work } from './work.js';

/** The merged reply of staff rooms. */
export const CARD_NEWS = 'card-news';
const LIFETIME_MS = 36 * 60 * 60_000;

export async function tellCardNews(work: Work, value: CardNews): Promise<void> {
  const notBefore = work.now + work.pacing.welcome;
  for (const room of await listRoomsOfKind(work.tx, work.account.id, 'staff'))
    await queueItem(work, room, { kind: CARD_NEWS, value, notBefore, lifetime: LIFETIME_MS, toStaff: true });
}

export async function tellOrderNews(work: Work, type: 'paid' | 'refunded', orderId: OrderId): Promise<void> {
  const order = await findShownOrder(work.tx, work.account.id, orderId);
  if (order === undefined) return;
  const { name, course, kind, amount } = order;
  await tellCardNews(work, { type, orderId, name, course, kind, amount });
}
