/**
 * Cards by hand: what was bought, frozen, paid back or taken back for each person and course, and through which day that
 * lasts. Written from the product's own words; shares nothing with the bot.
 */

import { lastOfMonths } from './calendar.js';

export type Kind = '日卡' | '周卡' | '月卡' | '季卡' | '年卡' | '终身卡';

type Entry =
  | { readonly what: 'bought'; readonly kind: Kind; readonly order: string }
  | { readonly what: 'added'; readonly days: number }
  | { readonly what: 'frozen' | 'thawed' | 'ended' }
  /** Of the latest piece alone. */
  | { readonly what: 'refunded'; readonly order: string };

interface Dated {
  readonly day: number;
  readonly entry: Entry;
}

export interface Cover {
  readonly kind: Kind;
  readonly from: number;
  /** Its last day; null for life. */
  readonly through: number | null;
  readonly frozenOn: number | null;
}

interface Tally {
  readonly kind: Kind;
  readonly from: number;
  readonly pieces: readonly Piece[];
  readonly frozenOn: number | null;
  readonly frozenDays: number;
}

interface Piece {
  readonly order: string;
  readonly months: number;
  readonly days: number;
}

const LASTS: Readonly<Record<Kind, readonly [months: number, days: number]>> = {
  日卡: [0, 1],
  周卡: [0, 7],
  月卡: [1, 0],
  季卡: [3, 0],
  年卡: [12, 0],
  终身卡: [0, Infinity],
};

export class CardBook {
  readonly #entries = new Map<string, Dated[]>();

  note(key: string, day: number, entry: Entry): void {
    this.#entries.set(key, [...(this.#entries.get(key) ?? []), { day, entry }]);
  }

  /** As if it had never been. */
  takeBack(key: string, order: string): void {
    const left = (this.#entries.get(key) ?? []).filter(({ entry }) => !('order' in entry) || entry.order !== order);
    this.#entries.set(key, left);
  }

  keys(): string[] {
    return [...this.#entries.keys()];
  }

  /** The latest time with a card without a gap. */
  coverOf(key: string): Cover | undefined {
    let tally: Tally | undefined;
    for (const { day, entry } of this.#entries.get(key) ?? []) tally = after(tally, day, entry);
    return tally && { kind: tally.kind, from: tally.from, through: endOf(tally), frozenOn: tally.frozenOn };
  }

  runs(key: string, day: number): boolean {
    const cover = this.coverOf(key);
    return cover !== undefined && (cover.frozenOn !== null || cover.through === null || cover.through >= day);
  }
}

function after(tally: Tally | undefined, day: number, entry: Entry): Tally | undefined {
  if (entry.what === 'bought') return buy(tally, day, entry);
  if (!tally) return undefined;
  if (entry.what === 'added')
    return isOn(tally, day) ? withPiece(tally, { order: '', months: 0, days: entry.days }) : tally;
  if (entry.what === 'frozen') return { ...tally, frozenOn: day };
  if (entry.what === 'thawed') return thaw(tally, day);
  return shorten(thaw(tally, day), day, entry.what === 'refunded' ? entry.order : undefined);
}

function buy(tally: Tally | undefined, day: number, { kind, order }: Entry & { what: 'bought' }): Tally {
  const [months, days] = LASTS[kind];
  const fresh = { kind, from: day, pieces: [], frozenOn: null, frozenDays: 0 };
  return { ...withPiece(tally && isOn(tally, day) ? tally : fresh, { order, months, days }), kind };
}

function thaw(tally: Tally, day: number): Tally {
  if (tally.frozenOn === null) return tally;
  return { ...tally, frozenOn: null, frozenDays: tally.frozenDays + day - tally.frozenOn };
}

/** Days that have not come yet are gone, of the latest piece or of all. */
function shorten(tally: Tally, day: number, order: string | undefined): Tally {
  const kept = order === undefined ? [] : tally.pieces.filter((piece) => piece.order !== order);
  const last = endOf({ ...tally, pieces: kept }) ?? Infinity;
  const used = Math.max(0, Math.min(day - 1, endOf(tally) ?? Infinity) - Math.max(last, tally.from - 1));
  return withPiece({ ...tally, pieces: kept }, { order: '', months: 0, days: used });
}

function withPiece(tally: Tally, piece: Piece): Tally {
  return { ...tally, pieces: [...tally.pieces, piece] };
}

function isOn(tally: Tally, day: number): boolean {
  return tally.frozenOn !== null || (endOf(tally) ?? Infinity) >= day;
}

function endOf({ from, pieces, frozenDays }: Tally): number | null {
  const months = pieces.reduce((sum, piece) => sum + piece.months, 0);
  const days = pieces.reduce((sum, piece) => sum + piece.days, frozenDays);
  return days === Infinity ? null : lastOfMonths(from, months) + days;
}
