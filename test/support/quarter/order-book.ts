/** Every sale that staff wrote down or somebody redeemed, once: what was paid for what, and what became of it. */

import type { Kind } from './card-book.js';

export interface Sale {
  /** Our own name of it. */
  readonly ref: string;
  /** Of person and course. */
  readonly key: string;
  readonly platformId: string;
  readonly kind: Kind;
  /** In fen. */
  readonly amount: number;
  readonly source: 'staff' | 'code' | 'import';
  readonly at: number;
  /** What the bot calls it; undefined where its answer was lost. */
  readonly number: number | undefined;
  readonly state: 'paid' | 'refunded' | 'cancelled';
}

export class OrderBook {
  readonly #sales = new Map<string, Sale>();
  readonly #refs = new Map<string, readonly string[]>();

  note(sale: Omit<Sale, 'ref' | 'state'>): Sale {
    const noted = { ...sale, ref: `sale-${this.#sales.size + 1}`, state: 'paid' as const };
    this.#sales.set(noted.ref, noted);
    this.#refs.set(sale.platformId, [...(this.#refs.get(sale.platformId) ?? []), noted.ref]);
    return noted;
  }

  mark(sale: Sale, state: Sale['state']): void {
    this.#sales.set(sale.ref, { ...sale, state });
  }

  all(): Sale[] {
    return [...this.#sales.values()];
  }

  /** Those that stand. */
  paidBy(platformId: string): Sale[] {
    return [...(this.#refs.get(platformId) ?? [])].flatMap((ref) => {
      const sale = this.#sales.get(ref);
      return sale?.state === 'paid' ? [sale] : [];
    });
  }

  /** The latest that was paid and stands. */
  latestOf(key: string): Sale | undefined {
    return this.all().findLast((sale) => sale.key === key && sale.state === 'paid');
  }
}
