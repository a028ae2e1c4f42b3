/** What cards bring beside their days, by course and kind, and what was used of it. Shares nothing with the bot. */

import type { Kind } from './card-strip.js';

interface Brought {
  readonly key: string;
  readonly name: string;
  /** Infinite for as often as one likes. */
  readonly quota: number;
  readonly order: string;
  readonly used: number;
  /** Holds no more: by what, to be found again where that was a mistake. */
  readonly goneBy?: string;
}

export type Use = { readonly left: number } | 'unknown' | 'used up';

export class EntitlementBook {
  /** In the order of their names. */
  readonly #rules = new Map<string, ReadonlyMap<string, number>>();
  #brought: readonly Brought[] = [];

  /** For orders to come. */
  rule(course: string, kind: Kind, name: string, quota: number): void {
    const rules = new Map(this.#rules.get(`${course} ${kind}`)).set(name, quota);
    this.#rules.set(`${course} ${kind}`, rules);
  }

  grant(key: string, course: string, { kind, order }: { readonly kind: Kind; readonly order: string }): void {
    const rules = [...(this.#rules.get(`${course} ${kind}`) ?? [])];
    this.#brought = [...this.#brought, ...rules.map(([name, quota]) => ({ key, name, quota, order, used: 0 }))];
  }

  /** That of one order, which was paid back. */
  revoke(order: string): void {
    this.#lose((one) => one.order === order, 'refund');
  }

  /** All of the card, for what `by` brings. */
  turnIn(key: string, by: string): void {
    this.#lose((one) => one.key === key, by);
  }

  lapse(key: string): void {
    this.#lose((one) => one.key === key, 'the end');
  }

  /** The order was a mistake: what it brought is gone, and what it replaced is there again. */
  undo(order: string): void {
    this.#brought = this.#brought.map(({ goneBy, ...one }) => (goneBy === order || !goneBy ? one : { ...one, goneBy }));
    this.revoke(order);
  }

  /** Of the oldest that has something left. */
  use(key: string, name: string): Use {
    const same = this.#brought.filter((one) => one.key === key && one.name === name && !one.goneBy);
    const from = same.find(({ used, quota }) => used < quota);
    if (!from) return same.length === 0 ? 'unknown' : 'used up';
    this.#change(from, 1);
    return { left: same.reduce((sum, { quota, used }) => sum + quota - used, -1) };
  }

  /** The latest use was a mistake. */
  snapshot(): () => void {
    const kept = this.#brought;
    return () => void (this.#brought = kept);
  }

  /** Each as a line, equal ones as often as they are there. */
  lines(): string[] {
    return this.#brought.map(({ key, name, quota, used, goneBy }) =>
      [key, name, Number.isFinite(quota) ? quota : null, used, goneBy ? 'gone' : 'there'].join(),
    );
  }

  #lose(which: (one: Brought) => boolean, goneBy: string): void {
    this.#brought = this.#brought.map((one) => (which(one) && !one.goneBy ? { ...one, goneBy } : one));
  }

  #change(which: Brought, by: number): void {
    this.#brought = this.#brought.map((one) => (one === which ? { ...one, used: one.used + by } : one));
  }
}
