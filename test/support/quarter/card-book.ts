/**
 * Cards by hand: a strip of days for each person and course, on each of which stands the order that brings it. What was
 * bought, frozen, paid back, turned in or taken back lengthens and cuts the strip. Written from the product's own words;
 * shares nothing with the bot.
 */

import { type Cover, type Dated, type Entry, stripAfter, type Strip, throughOf } from './card-strip.js';

export class CardBook {
  readonly #entries = new Map<string, readonly Dated[]>();

  /** What is told late counts by its day all the same. */
  note(key: string, day: number, entry: Entry): void {
    const entries = [...(this.#entries.get(key) ?? []), { day, entry }];
    this.#entries.set(
      key,
      entries.toSorted((one, other) => one.day - other.day),
    );
  }

  /** All that came with the order, as if it had never been. */
  takeBack(key: string, order: string): void {
    const left = (this.#entries.get(key) ?? []).filter(({ entry }) => !('by' in entry) || entry.by !== order);
    this.#entries.set(key, left);
  }

  /** A refund was a mistake. */
  giveAgain(key: string, order: string): void {
    const left = (this.#entries.get(key) ?? []).filter(
      ({ entry }) => entry.what !== 'refunded' || entry.order !== order,
    );
    this.#entries.set(key, left);
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  /** The latest time with a card without a gap. */
  coverOf(key: string): Cover | undefined {
    const strip = this.#stripOf(key);
    return strip && { kind: strip.kind, from: strip.from, through: throughOf(strip), frozenOn: strip.frozenOn };
  }

  runs(key: string, day: number): boolean {
    const cover = this.coverOf(key);
    return cover !== undefined && (cover.frozenOn !== null || cover.through === null || cover.through >= day);
  }

  /**
   * How many days each order has left from `day` on, that one included, and has brought in all; undefined for life, which
   * is never turned in.
   */
  leftOf(key: string, day: number): ReadonlyMap<string, readonly [left: number, all: number]> | undefined {
    const strip = this.#stripOf(key);
    if (!strip || strip.life !== undefined) return undefined;
    const used = usedOf(strip, day);
    const counts = new Map<string, readonly [left: number, all: number]>();
    for (const [index, order] of strip.days.entries()) {
      const [left, all] = counts.get(order) ?? [0, 0];
      counts.set(order, [left + (index >= used ? 1 : 0), all + 1]);
    }
    return counts;
  }

  #stripOf(key: string): Strip | undefined {
    let strip: Strip | undefined;
    for (const { day, entry } of this.#entries.get(key) ?? []) strip = stripAfter(strip, day, entry);
    return strip;
  }
}

function usedOf({ from, frozenOn, frozenDays }: Strip, day: number): number {
  return Math.min(day, frozenOn ?? Infinity) - frozenDays - from;
}
