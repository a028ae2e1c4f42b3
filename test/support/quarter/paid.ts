/** What being paid for brings, in all the books at once: the order, the card, what goes with it, and the way to the paid room. */

import type { Kind } from './card-strip.js';
import type { Sale } from './order-book.js';
import type { Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character } from './town.js';
import { keyOf } from './whereabouts.js';

interface Paid extends Pick<Sale, 'kind' | 'amount' | 'source' | 'number'> {
  readonly credit?: number;
  /** Now, unless told. */
  readonly at?: number;
}

export function notePaid(quarter: Quarter, person: Character, paid: Paid): Sale {
  const sale = quarter.orders.note({
    key: keyOf(person),
    platformId: person.platformId,
    at: quarter.stage.now,
    ...paid,
  });
  bring(quarter, person, sale, quarter.today);
  return sale;
}

/** The former card is turned in, and all that went with it. */
export function noteUpgraded(quarter: Quarter, person: Character, paid: Paid): Sale {
  const { cards, orders: book, entitlements, stage, today } = quarter;
  const key = keyOf(person);
  const sale = book.note({ key, platformId: person.platformId, at: stage.now, ...paid });
  cards.note(key, today, { what: 'ended', by: sale.ref });
  entitlements.turnIn(key, sale.ref);
  bring(quarter, person, sale, today);
  return sale;
}

/** `day`: on which it was paid, which may be told later. Whose card is over by now moves nowhere. */
export function bring(quarter: Quarter, person: Character, { key, kind, ref }: Sale, day: number): void {
  const { cards, entitlements, moves, today } = quarter;
  cards.note(key, day, { what: 'bought', kind, by: ref });
  entitlements.grant(key, person.course.name, { kind, order: ref });
  if (cards.runs(key, today)) moves.paid(quarter, person);
}

/** The money goes back, and what the order's card had left. */
export function takeBack(quarter: Quarter, person: Character, sale: Sale, day: number): void {
  quarter.cards.note(sale.key, day, { what: 'refunded', order: sale.ref });
  quarter.entitlements.revoke(sale.ref);
  quarter.moves.withdrawn(quarter, person, day);
}

/** It was a mistake, and staff says so at once. */
export async function thinkBetter(quarter: Quarter, person: Character, sale: Sale): Promise<void> {
  await orders(quarter, { line: '撤销', expect: /已撤销 #\d+/u });
  quarter.orders.mark(sale, { state: 'cancelled' });
  quarter.cards.takeBack(sale.key, sale.ref);
  quarter.entitlements.undo(sale.ref);
  quarter.moves.mistaken(quarter, person);
}

/** From there on two confirm, and for life. */
const LARGE_YUAN = 200;
export const PRICES: Readonly<Record<Kind, number>> = {
  日卡: 9,
  周卡: 39,
  月卡: 99,
  季卡: 199,
  年卡: 699,
  终身卡: 1_999,
};

export function isLarge(kind: Kind): boolean {
  return PRICES[kind] >= LARGE_YUAN;
}
