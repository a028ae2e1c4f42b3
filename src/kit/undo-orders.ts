/** Orders and refunds that were a mistake: their rows stay to be seen, and what they did to a card is undone. */

import { isOver } from '../domain/card-status.js';
import type { OrderId } from '../domain/ids.js';
import type { CardEventType, Coverage } from '../domain/member-card.js';
import type { EventSource } from '../storage/card-events.js';
import { markRevoked, restoreRefunded } from '../storage/entitlements.js';
import { markCancelled, markRefunded, type Order } from '../storage/orders.js';
import { changeCard } from './cards.js';
import { beginMove, beginReturn, withdrawMove } from './moves.js';
import { listStandingEvents, lockKnownOrder } from './order-card.js';
import { RefusedError } from './refused-error.js';
import type { Work } from './work.js';

type Source = Omit<EventSource, 'orderId'>;

/** A refund was a mistake: the card is as it was. */
export async function undoRefund(work: Work, id: OrderId, { amount, ...source }: Source & { readonly amount: number }) {
  const { tx } = work;
  const order = await lockKnownOrder(work, id);
  if (order.state !== 'refunded') throw new RefusedError({ code: 'order.not_paid', id, state: order.state });
  await restoreRefunded(tx, { ...order, orderId: id });
  await markRefunded(tx, id, { state: 'paid', refunded: order.refunded - amount, at: null });
  await undoEvents(work, order, source, ['refunded', 'lapsed']);
  await beginMove(work, { memberId: order.memberId, courseId: order.courseId, orderId: id });
}

/**
 * The order was a mistake: it is as if it had never been, but for its rows. A former card that is over ends as it would have
 * without the order: after its grace, on one of the next days.
 */
export async function undoOrder(work: Work, id: OrderId, source: Source): Promise<void> {
  const { tx } = work;
  const order = await lockKnownOrder(work, id);
  if (order.state !== 'paid' && order.state !== 'pending')
    throw new RefusedError({ code: 'order.not_paid', id, state: order.state });
  await markCancelled(tx, id);
  if (order.state === 'pending') return;
  await markRevoked(tx, id, source.at);
  const coverage = await undoEvents(work, order, source, ['bought', 'ended', 'lapsed']);
  const { memberId, courseId } = order;
  if (coverage === undefined || coverage.lapsed) await beginReturn(work, { memberId, courseId, cause: 'undone' });
  else if (isOver(coverage, source.day)) await withdrawMove(work, { memberId, courseId, orderId: id });
}

async function undoEvents(
  work: Work,
  order: Order,
  source: Source,
  types: readonly CardEventType[],
): Promise<Coverage | undefined> {
  let coverage: Coverage | undefined;
  for (const { id, type } of await listStandingEvents(work, order)) {
    if (!types.includes(type)) continue;
    ({ coverage } = await changeCard(
      work.tx,
      order,
      { type: 'undone', aboutId: id },
      { ...source, orderId: order.id },
    ));
  }
  return coverage;
}
