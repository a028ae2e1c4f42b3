/** Orders: what was asked for a card, what was paid, and what became of it. Amounts in fen. */

import type { CardKind } from './card-kind.js';
import { accept, type Decision, refuse } from './decision.js';

export type OrderState = 'pending' | 'paid' | 'refunded' | 'cancelled';

/** How it came in: by a manager's word, a code, a list, or the payment service. */
export type OrderSource = 'staff' | 'code' | 'import' | 'payment';

/**
 * What became of a notice. `unclaimed`: nobody knows yet whose payment it is; `mismatch`: the order is known, but not this
 * amount or no longer open; `waiting`: a refund that came before its payment; `settled`: a person has dealt with it.
 */
export type NoticeState = 'applied' | 'unclaimed' | 'mismatch' | 'waiting' | 'settled';

/** As for red packets: what a person hands over without a second look. */
const CONFIRMED_FROM_FEN = 20_000;

/**
 * Whether an order is money in the sense of the product rules (section 11): a large sum, a card for nothing, or one for life.
 * All others are written down at once and can be undone for a day.
 */
export function isMoney(amount: number, kind: CardKind): boolean {
  return amount === 0 || amount >= CONFIRMED_FROM_FEN || kind === 'lifetime';
}

export interface Refundable {
  readonly id: number;
  readonly state: OrderState;
  readonly amount: number;
  readonly refunded: number;
}

/** What is paid back: all that is left of the payment unless told. */
export function decideRefund(order: Refundable, given: number | undefined): Decision<number> {
  const { id, state } = order;
  if (state !== 'paid') return refuse({ code: 'order.not_paid', id, state });
  const left = order.amount - order.refunded;
  if (given !== undefined && given > left) return refuse({ code: 'order.refund_too_much', id, left });
  return accept(given ?? left);
}
