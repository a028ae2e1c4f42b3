/** Money came in, and nobody knows whose it is: now and then staff finds out, and says so. */

import { pick } from '../faults/scale.js';
import type { Kind } from './card-strip.js';
import { applyPayment, paymentIn } from './payment-book.js';
import type { Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import { keyOf, placeOf } from './whereabouts.js';

const FOUND_OUT = 0.6;
const KINDS: readonly [Kind, ...Kind[]] = ['周卡', '月卡', '季卡'];

/** Resolves to whether it was done. */
export async function claim(quarter: Quarter, line: string): Promise<boolean> {
  const payment = paymentIn(quarter, line);
  const notice = /订单 认领 (\d+)/u.exec(line)?.[1];
  const about = payment && placeOf(quarter, payment.person);
  if (!payment || notice === undefined || !about || !quarter.chance(FOUND_OUT)) return false;
  const { person, amount } = payment;
  const kind = pick(quarter.random, KINDS);
  const order = { about, line: `订单 认领 ${notice} @${person.name} ${kind}`, expect: /已记订单 (\d+)：/u };
  const found = await orders(quarter, order);
  const number = found ? Number(found[1]) : undefined;
  const of = { key: keyOf(person), platformId: person.platformId, kind, amount, number };
  const sale = quarter.orders.note({ ...of, source: 'payment', state: 'pending', at: payment.at });
  applyPayment(quarter, payment, sale);
  return true;
}
