/**
 * Orders and what they bring: the row, the card, what the card brings and the move of the member, in one transaction.
 *
 * Whatever way an order comes in, by a manager, a code, a list or the payment service, it is paid here.
 */

import { isOver } from '../domain/card-status.js';
import type { OrderId } from '../domain/ids.js';
import { addDays } from '../domain/local-day.js';
import type { Coverage } from '../domain/member-card.js';
import type { EventSource } from '../storage/card-events.js';
import { type EntitlementRule, listRules } from '../storage/entitlement-rules.js';
import { grantEntitlements, markRevoked, revokeEntitlements } from '../storage/entitlements.js';
import { markPaid, markRefunded, type Order } from '../storage/orders.js';
import { changeCard } from './cards.js';
import { dayFor } from './day-for.js';
import { beginMove, beginReturn } from './moves.js';
import { listStandingEvents, lockKnownOrder } from './order-card.js';
import { RefusedError } from './refused-error.js';
import { settleTrial } from './trials.js';
import type { Work } from './work.js';

type Source = Omit<EventSource, 'orderId'>;

export interface Paid {
  readonly order: Order;
  readonly coverage: Coverage | undefined;
  readonly brought: readonly EntitlementRule[];
}

/** Refuses an order that is not open: no order brings a card twice. */
export async function payOrder(
  work: Work,
  id: OrderId,
  { transactionId, ...source }: Source & { readonly transactionId: string | null },
): Promise<Paid> {
  const { tx } = work;
  const order = await lockKnownOrder(work, id);
  if (order.state !== 'pending') throw new RefusedError({ code: 'order.not_pending', id, state: order.state });
  const { memberId, courseId, kind } = order;
  await markPaid(tx, id, { at: source.at, transactionId });
  const { coverage } = await changeCard(tx, order, { type: 'bought', kind }, { ...source, orderId: id });
  const brought = (await listRules(tx, courseId)).filter((rule) => rule.kind === kind);
  await grantEntitlements(tx, { memberId, courseId, orderId: id, at: source.at }, brought);
  await settleTrial(work, { memberId, courseId });
  await settle(work, order, { coverage, source });
  return { order, coverage, brought };
}

/** How long ago the end of a card lies of which nobody need be told any more: it comes from a list of former orders. */
const LONG_AGO_DAYS = 7;

/** Whoever paid moves, unless the card was over before anybody heard of it. */
async function settle(
  work: Work,
  { id, memberId, courseId }: Order,
  { coverage, source }: { readonly coverage: Coverage | undefined; readonly source: Source },
): Promise<void> {
  const today = dayFor(undefined, work.now);
  if (coverage === undefined) return;
  if (!isOver(coverage, today)) await beginMove(work, { memberId, courseId, orderId: id });
  else if (isOver(coverage, addDays(today, -LONG_AGO_DAYS)) && !coverage.lapsed)
    await changeCard(work.tx, { memberId, courseId }, { type: 'lapsed' }, { ...source, day: today, orderId: id });
}

/**
 * Money went back. What the order's card had left goes with it, unless `keepsCard`; a card that thereby ends moves its
 * owner back.
 */
export async function refundOrder(
  work: Work,
  order: Order,
  { amount, keepsCard, ...source }: Source & { readonly amount: number; readonly keepsCard: boolean },
): Promise<Coverage | undefined> {
  const { tx } = work;
  const refunded = order.refunded + amount;
  await markRefunded(tx, order.id, { state: keepsCard ? 'paid' : 'refunded', refunded, at: source.at });
  return keepsCard ? undefined : takeCardBack(work, order, source);
}

async function takeCardBack(work: Work, order: Order, source: Source): Promise<Coverage | undefined> {
  const { tx } = work;
  const from = { ...source, orderId: order.id };
  await markRevoked(tx, order.id, source.at);
  let coverage: Coverage | undefined;
  for (const { id, type } of await listStandingEvents(work, order)) {
    if (type !== 'bought') continue;
    ({ coverage } = await changeCard(tx, order, { type: 'refunded', aboutId: id }, from));
  }
  if (coverage && !coverage.lapsed && isOver(coverage, source.day)) {
    ({ coverage } = await changeCard(tx, order, { type: 'lapsed' }, from));
    await revokeEntitlements(tx, order, source.at);
    await beginReturn(work, { memberId: order.memberId, courseId: order.courseId, cause: 'refunded' });
  }
  return coverage;
}
