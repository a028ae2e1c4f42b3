/** What has to follow when the bot hears of a payment or a refund: nobody is guessed, and nothing counts twice. */

import { dayAt } from './calendar.js';
import type { Sale } from './order-book.js';
import { bring, takeBack } from './paid.js';
import type { Payment, Refund, Told } from './payment-shop.js';
import type { Quarter } from './quarter.js';

export function noteTold(quarter: Quarter, told: Told): void {
  if (quarter.shop.isKnown(told)) return;
  if ('paid' in told) notePayment(quarter, told.paid);
  else noteRefund(quarter, told.refunded);
}

function notePayment(quarter: Quarter, payment: Payment): void {
  const { shop, orders } = quarter;
  const awaited = shop.awaited.get(payment.number);
  const sale = awaited && orders.read(awaited.ref);
  if (sale?.state === 'pending' && sale.amount === payment.amount) return applyPayment(quarter, payment, sale);
  shop.became({ paid: payment }, sale ? 'mismatch' : 'unclaimed');
}

/** Refunds that were told before come to their right now; where all went back, nothing was ever brought. */
export function applyPayment(quarter: Quarter, payment: Payment, sale: Sale): void {
  const { shop, orders } = quarter;
  shop.became({ paid: payment }, 'applied');
  shop.paidFor.set(payment.transaction, sale);
  const early = shop.earlyOf(payment);
  const back = early.reduce((sum, { amount }) => sum + amount, 0);
  if (back >= sale.amount) orders.mark(sale, { state: 'refunded', refunded: sale.amount, at: payment.at });
  else {
    orders.mark(sale, { state: 'paid', at: payment.at });
    bring(quarter, payment.person, sale, dayAt(payment.at));
  }
  for (const refund of early) applyRefund(quarter, refund, sale);
}

function noteRefund(quarter: Quarter, refund: Refund): void {
  const sale = quarter.shop.paidFor.get(refund.payment.transaction);
  if (sale) return applyRefund(quarter, refund, sale);
  quarter.shop.became({ refunded: refund }, 'waiting');
  quarter.shop.waits(refund);
}

/** A part leaves the card as it is, until a person says otherwise. */
function applyRefund(quarter: Quarter, refund: Refund, { ref }: Sale): void {
  const { shop, orders } = quarter;
  const sale = orders.read(ref);
  const left = sale.amount - sale.refunded;
  if (sale.state !== 'paid') return shop.became({ refunded: refund }, 'settled');
  if (refund.amount > left) return shop.became({ refunded: refund }, 'mismatch');
  shop.became({ refunded: refund }, 'applied');
  const isAll = refund.amount === left;
  orders.mark(sale, { refunded: sale.refunded + refund.amount, ...(isAll && { state: 'refunded' as const }) });
  if (isAll) takeBack(quarter, refund.payment.person, sale, dayAt(refund.at));
}

/** What staff did with what the payment service had told. */
export function decidePayment(quarter: Quarter, line: string, choice: string): void {
  const [, number] = /的订单 (\d+) 退了/u.exec(line) ?? [];
  if (number !== undefined && choice === '收回') takeCard(quarter, Number(number));
  const payment = paymentIn(quarter, line);
  if (payment && choice === '忽略') quarter.shop.became({ paid: payment }, 'settled');
}

/** The one that a to-do tells of, as far as its number is shown. */
export function paymentIn({ shop }: Quarter, line: string): Payment | undefined {
  const [, shown] = /^收到付款 .*（单号 (\S+?)…?）/u.exec(line) ?? [];
  if (shown === undefined) return undefined;
  return shop.payments.find(
    (paid) =>
      paid.number.startsWith(shown) &&
      line.includes(sumOf(paid)) &&
      ['unclaimed', 'mismatch'].includes(shop.stateOf({ paid }) ?? ''),
  );
}

function sumOf({ amount }: Payment): string {
  return `付款 ${amount / 100} 元`;
}

function takeCard(quarter: Quarter, number: number): void {
  const sale = quarter.orders.byNumber(number);
  const person = sale && quarter.person(sale.platformId);
  if (sale?.state !== 'paid' || !person) return;
  quarter.orders.mark(sale, { state: 'refunded' });
  takeBack(quarter, person, sale, quarter.today);
}
