/**
 * The team's shop: what was paid there and paid back, what the payment service tells of it, and what has to become of each
 * notice. The service tells everything at least once, in whatever order, and again until somebody has taken it.
 */

import type { Sale } from './order-book.js';
import type { Character } from './town.js';

export interface Payment {
  readonly transaction: string;
  /** Of the order, as the shop was given it; of its own where it has none. */
  readonly number: string;
  readonly person: Character;
  /** In fen. */
  readonly amount: number;
  readonly at: number;
}

export interface Refund {
  readonly id: string;
  readonly payment: Payment;
  readonly amount: number;
  readonly at: number;
}

export type Told = { readonly paid: Payment } | { readonly refunded: Refund };
export type NoticeState = 'applied' | 'unclaimed' | 'mismatch' | 'waiting' | 'settled';

interface Due {
  readonly told: Told;
  readonly at: number;
}

export class PaymentShop {
  /** Orders that wait for their payment, by number. */
  readonly awaited = new Map<string, Sale>();
  /** By transaction, the order that it paid. */
  readonly paidFor = new Map<string, Sale>();
  readonly payments: Payment[] = [];
  readonly #states = new Map<string, NoticeState>();
  /** Refunds that came before their payments. */
  readonly #early = new Map<string, readonly Refund[]>();
  #due: readonly Due[] = [];
  #serial = 0;

  pay(paid: Omit<Payment, 'transaction'>): Payment {
    const payment = { ...paid, transaction: `42${String(++this.#serial).padStart(8, '0')}` };
    this.payments.push(payment);
    return payment;
  }

  refund(payment: Payment, amount: number, at: number): Refund {
    return { id: `50${String(++this.#serial).padStart(8, '0')}`, payment, amount, at };
  }

  /** A number of the shop's own, which the bot has never heard of. */
  ownNumber(): string {
    return `SHOP-${++this.#serial}`;
  }

  tell(told: Told, at: number): void {
    this.#due = [...this.#due, { told, at }];
  }

  /** Each once; in the order in which they were meant to come. */
  takeDue(now: number): Told[] {
    const due = this.#due.filter(({ at }) => at <= now);
    this.#due = this.#due.filter(({ at }) => at > now);
    return due.toSorted((one, other) => one.at - other.at).map(({ told }) => told);
  }

  isKnown(told: Told): boolean {
    return this.#states.has(nameOf(told));
  }

  became(told: Told, state: NoticeState): void {
    this.#states.set(nameOf(told), state);
  }

  stateOf(told: Told): NoticeState | undefined {
    return this.#states.get(nameOf(told));
  }

  waits(refund: Refund): void {
    const { transaction } = refund.payment;
    this.#early.set(transaction, [...(this.#early.get(transaction) ?? []), refund]);
  }

  earlyOf({ transaction }: Payment): readonly Refund[] {
    return this.#early.get(transaction) ?? [];
  }

  lines(): ReadonlyMap<string, string> {
    return this.#states;
  }
}

function nameOf(told: Told): string {
  return 'paid' in told ? `paid:${told.paid.transaction}` : `refunded:${told.refunded.id}`;
}
