/** An order and what it did to the card of its owner. */

import type { OrderId } from '../domain/ids.js';
import { listCardEvents, type LoggedEvent } from '../storage/card-events.js';
import { lockOrder, type Order } from '../storage/orders.js';
import { present } from './refused-error.js';
import type { Work } from './work.js';

/** Nobody else changes it until the transaction ends. */
export async function lockKnownOrder({ tx, account }: Work, id: OrderId): Promise<Order> {
  return present(await lockOrder(tx, account.id, id), { code: 'order.unknown', id });
}

/** The events of the order that were not undone. */
export async function listStandingEvents({ tx }: Work, { id, ...order }: Order): Promise<LoggedEvent[]> {
  const events = await listCardEvents(tx, order);
  const undone = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.aboutId] : [])));
  return events.filter((event) => event.orderId === id && !undone.has(event.id));
}
