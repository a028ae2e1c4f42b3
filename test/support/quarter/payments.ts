/** The team's shop takes money, and WeChat Pay tells the bot: late, twice, in whatever order; and somebody forges. */

import { pick } from '../faults/scale.js';
import type { Kind } from './card-strip.js';
import { PRICES } from './paid.js';
import { FORGER, PAY } from './pay-keys.js';
import { noteTold } from './payment-book.js';
import type { Told } from './payment-shop.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { keyOf, placeOf } from './whereabouts.js';

const HOUR = 3_600_000;
/** Chances a day. */
const AWAITED = 0.012;
const UNKNOWN = 0.002;
const REFUNDS = 0.02;
const FORGERIES = 0.1;
/** Of payments. */
const WRONG_SUM = 0.1;
const TOLD_TWICE = 0.4;
const TRIED_DAYS = 3;
const KINDS: readonly [Kind, ...Kind[]] = ['日卡', '周卡', '月卡', '月卡', '季卡', '年卡'];

export const payments: Habit = {
  minutes: [8 * 60 + 40, 12 * 60 + 10, 16 * 60 + 30, 20 * 60 + 10],

  async act(quarter) {
    if (quarter.chance(FORGERIES)) await forge(quarter);
    for (const told of quarter.shop.takeDue(quarter.stage.now)) await bringWord(quarter, told);
    if (quarter.minute !== 12 * 60 + 10) return;
    for (const person of quarter.town.people) await consider(quarter, person);
    for (const payment of quarter.shop.payments.slice(-20)) if (quarter.chance(REFUNDS)) giveBack(quarter, payment);
  },
};

async function consider(quarter: Quarter, person: Character): Promise<void> {
  const place = placeOf(quarter, person);
  if (!place || quarter.dayNumber < person.comesOn + TRIED_DAYS) return;
  const kind = pick(quarter.random, KINDS);
  if (quarter.chance(AWAITED)) await awaitPayment(quarter, person, place, kind);
  else if (quarter.chance(UNKNOWN)) pay(quarter, person, { number: quarter.shop.ownNumber(), yuan: PRICES[kind] });
}

/** Where the number got lost, nobody ever pays. */
async function awaitPayment(quarter: Quarter, person: Character, about: Place, kind: Kind): Promise<void> {
  const yuan = PRICES[kind];
  const line = `订单 待付 @${person.name} ${kind} ${yuan}`;
  const found = await orders(quarter, { about, line, expect: /待付订单 (\d+)：[\s\S]*商户单号填：(\S+)/u });
  const of = { key: keyOf(person), platformId: person.platformId, kind, amount: yuan * 100 };
  const rest = { source: 'payment', state: 'pending', at: quarter.stage.now } as const;
  const sale = quarter.orders.note({ ...of, ...rest, number: found ? Number(found[1]) : undefined });
  const number = found?.[2];
  if (number === undefined) return;
  quarter.shop.awaited.set(number, sale);
  pay(quarter, person, { number, yuan: quarter.chance(WRONG_SUM) ? yuan + 1 : yuan });
}

/** Told within a day, and perhaps once more. */
function pay(
  quarter: Quarter,
  person: Character,
  { number, yuan }: { readonly number: string; readonly yuan: number },
) {
  const { shop, stage, random, chance } = quarter;
  const paid = shop.pay({ person, number, amount: yuan * 100, at: stage.now });
  shop.tell({ paid }, stage.now + random() * 26 * HOUR);
  if (chance(TOLD_TWICE)) shop.tell({ paid }, stage.now + random() * 50 * HOUR);
}

/** Perhaps before anybody has heard of the payment. */
function giveBack({ shop, stage, random, chance }: Quarter, payment: (typeof shop.payments)[number]): void {
  const amount = chance(0.5) ? payment.amount : Math.ceil(payment.amount / 3);
  const refunded = shop.refund(payment, amount, stage.now);
  shop.tell({ refunded }, stage.now + random() * 20 * HOUR);
  if (chance(TOLD_TWICE)) shop.tell({ refunded }, stage.now + random() * 30 * HOUR);
}

async function bringWord(quarter: Quarter, told: Told): Promise<void> {
  const status = await quarter.stage.notifies((now, id) => signed(told, now, id));
  if (status !== 204) quarter.stage.faults.push(`a notice was answered with ${status}: ${JSON.stringify(told)}`);
  noteTold(quarter, told);
}

function signed(told: Told, now: number, id: string) {
  const { number, transaction, amount: total } = 'paid' in told ? told.paid : told.refunded.payment;
  const at = 'paid' in told ? told.paid.at : told.refunded.at;
  const common = { out_trade_no: number, transaction_id: transaction, success_time: new Date(at).toISOString() };
  if ('paid' in told) return PAY.paid({ now, id, resource: { ...common, amount: { total, currency: 'CNY' } } });
  const { id: refund_id, amount: refund } = told.refunded;
  return PAY.refunded({ now, id, resource: { ...common, refund_id, amount: { total, refund } } });
}

/** By a key of somebody else's, or for what another has signed. */
async function forge({ stage, shop, chance }: Quarter): Promise<void> {
  const isStranger = chance(0.5);
  const number = [...shop.awaited.keys()].at(-1) ?? 'ZB1';
  const status = await stage.notifies((now, id) => {
    const told = { now, id, resource: { out_trade_no: number, transaction_id: `forged-${now}` } };
    return isStranger ? FORGER.paid(told) : { ...PAY.paid(told), nonce: 'another' };
  });
  if (status !== 401) stage.faults.push(`a forged notice was answered with ${status}`);
}
