/**
 * Payments and refunds as the payment service tells them: each once, however often and in whatever order it is told.
 *
 * Nobody is guessed: what fits no open order exactly is kept and waits for a person. Both kinds may come for one payment
 * at the same time, so whoever deals with one holds the row of the payment's order first.
 */

import type { OrderId, PaymentNoticeId } from '../domain/ids.js';
import type { NoticeState } from '../domain/order.js';
import type { PaidNotice, PaymentNotice, RefundedNotice } from '../domain/payment-notice.js';
import { lockOrderByNumber, lockOrderOf, markPaid, markRefunded, type Order } from '../storage/orders.js';
import { appendNotice, listWaitingRefunds, markNotice } from '../storage/payment-notices.js';
import { readRoom } from '../storage/rooms.js';
import { tellOrderNews } from './card-news.js';
import { dayFor } from './day-for.js';
import { lockKnownOrder } from './order-card.js';
import { payOrder, refundOrder } from './orders.js';
import { openTodo } from './todo.js';
import type { Work } from './work.js';

export const UNCLAIMED_PAYMENT = 'unclaimed-payment';
export const PARTIAL_REFUND = 'partial-refund';

/** `repeated`: it was told before, and nothing was changed. */
export async function takeNotice(work: Work, notice: PaymentNotice): Promise<NoticeState | 'repeated'> {
  const { tx, now, account } = work;
  const order = await lockOrderByNumber(tx, account.id, notice.orderNumber);
  const id = await appendNotice(tx, account.id, notice, now);
  if (id === undefined) return 'repeated';
  if (notice.type === 'paid') return takePayment(work, { id, notice, order });
  return takeRefund(work, { id, notice, order: await lockOrderOf(tx, account.id, notice.transactionId) });
}

interface Taken<Notice> {
  readonly id: PaymentNoticeId;
  readonly notice: Notice;
  readonly order: Order | undefined;
}

async function takePayment(work: Work, { id, notice, order }: Taken<PaidNotice>): Promise<NoticeState> {
  const { tx } = work;
  if (order?.state === 'pending' && order.amount === notice.amount) {
    await markNotice(tx, id, { state: 'applied', orderId: order.id });
    await applyPayment(work, order.id, { transactionId: notice.transactionId, at: notice.at });
    return 'applied';
  }
  const state = order === undefined ? 'unclaimed' : 'mismatch';
  await markNotice(tx, id, { state, orderId: null });
  const { amount, orderNumber: number } = notice;
  await openTodo(work, { kind: UNCLAIMED_PAYMENT, ref: `notice:${id}`, data: { id, amount, number, state } });
  return state;
}

/** Pays an open order. Refunds that were told before their payment come to their right now. */
export async function applyPayment(
  work: Work,
  id: OrderId,
  { transactionId, at }: { readonly transactionId: string; readonly at: number },
): Promise<void> {
  const { tx, account } = work;
  const refunds = await listWaitingRefunds(tx, account.id, transactionId);
  const back = refunds.reduce((sum, { amount }) => sum + amount, 0);
  const order = await lockKnownOrder(work, id);
  if (back >= order.amount) await closeUnused(work, order, { transactionId, at });
  else {
    await payOrder(work, id, { transactionId, at, day: await dayOf(work, order, at), by: null });
    await tellOrderNews(work, 'paid', id);
  }
  for (const refund of refunds) {
    const state = await applyRefund(work, { ...refund, order: await lockKnownOrder(work, id) });
    await markNotice(tx, refund.id, { state, orderId: id });
  }
}

/** All of it went back before we heard of it: nothing was ever brought, and nobody moves. */
async function closeUnused({ tx }: Work, { id, amount }: Order, paid: { transactionId: string; at: number }) {
  await markPaid(tx, id, paid);
  await markRefunded(tx, id, { state: 'refunded', refunded: amount, at: paid.at });
}

async function takeRefund(work: Work, { id, notice, order }: Taken<RefundedNotice>): Promise<NoticeState> {
  if (order === undefined) return 'waiting';
  const state = await applyRefund(work, { id, amount: notice.amount, at: notice.at, order });
  await markNotice(work.tx, id, { state, orderId: order.id });
  return state;
}

interface Refund {
  readonly id: PaymentNoticeId;
  readonly amount: number;
  readonly at: number;
  readonly order: Order;
}

/** What a person wrote down already is told once more: nothing is left to do then. */
async function applyRefund(work: Work, { id, amount, at, order }: Refund): Promise<NoticeState> {
  if (order.state !== 'paid') return 'settled';
  const left = order.amount - order.refunded;
  const about = { id, amount, orderId: order.id, left: left - amount };
  if (amount > left) {
    await openTodo(work, { kind: PARTIAL_REFUND, ref: `notice:${id}`, memberId: order.memberId, data: about });
    return 'mismatch';
  }
  const keepsCard = amount < left;
  await refundOrder(work, order, { amount, keepsCard, at, day: await dayOf(work, order, at), by: null });
  if (keepsCard)
    await openTodo(work, { kind: PARTIAL_REFUND, ref: `notice:${id}`, memberId: order.memberId, data: about });
  else await tellOrderNews(work, 'refunded', order.id);
  return 'applied';
}

async function dayOf({ tx }: Work, { roomId }: Order, at: number) {
  return dayFor(roomId === null ? undefined : await readRoom(tx, roomId), at);
}
