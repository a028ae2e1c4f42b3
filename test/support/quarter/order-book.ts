/** Every sale that staff wrote down, somebody redeemed or paid for, once: what was paid for what, and what became of it. */

import type { Kind } from './card-strip.js';

export interface Sale {
  /** Our own name of it. */
  readonly ref: string;
  /** Of person and course. */
  readonly key: string;
  readonly platformId: string;
  readonly kind: Kind;
  /** In fen, as the others. */
  readonly amount: number;
  /** What a former card was worth that was turned in for it. */
  readonly credit: number;
  readonly refunded: number;
  readonly source: 'staff' | 'code' | 'import' | 'payment';
  readonly at: number;
  /** What the bot calls it; undefined where its answer was lost. */
  readonly number: number | undefined;
  readonly state: 'pending' | 'paid' | 'refunded' | 'cancelled';
}

type NewSale = Omit<Sale, 'ref' | 'state' | 'credit' | 'refunded'> & Partial<Pick<Sale, 'state' | 'credit'>>;

export class OrderBook {
  readonly #sales = new Map<string, Sale>();
  readonly #refs = new Map<string, readonly string[]>();

  note(sale: NewSale): Sale {
    const noted: Sale = { credit: 0, state: 'paid', ...sale, refunded: 0, ref: `sale-${this.#sales.size + 1}` };
    this.#sales.set(noted.ref, noted);
    this.#refs.set(sale.platformId, [...(this.#refs.get(sale.platformId) ?? []), noted.ref]);
    return noted;
  }

  mark({ ref }: Sale, change: Partial<Pick<Sale, 'state' | 'refunded' | 'at'>>): void {
    this.#sales.set(ref, { ...this.read(ref), ...change });
  }

  /** As it stands now. */
  read(ref: string): Sale {
    return this.#sales.get(ref) as Sale;
  }

  all(): Sale[] {
    return [...this.#sales.values()];
  }

  of(platformId: string): Sale[] {
    return (this.#refs.get(platformId) ?? []).map((ref) => this.read(ref));
  }

  /** Those that stand. */
  paidBy(platformId: string): Sale[] {
    return this.of(platformId).filter(({ state }) => state === 'paid');
  }

  /** All that was paid and not paid back, in fen. */
  sumOf(platformId: string): number {
    const settled = this.of(platformId).filter(({ state }) => state === 'paid' || state === 'refunded');
    return settled.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
  }

  byNumber(number: number): Sale | undefined {
    return this.all().find((sale) => sale.number === number);
  }
}
