/** A manager's order about a gift, in whatever order its words come: `add mug 200 stock 50 limit 1 address`. */

import { foldText } from './understanding/fold.js';

export type GiftAction = 'add' | 'change' | 'list' | 'unlist';

export interface GiftTerms {
  readonly price?: number;
  /** Null for no end of it. */
  readonly stock?: number | null;
  readonly limit?: number | null;
  readonly needsAddress?: boolean;
  /** The name of the batch whose codes it hands out. */
  readonly batch?: string;
  /** What it is to be called from now on. */
  readonly rename?: string;
}

export interface GiftOrder {
  readonly action: GiftAction | undefined;
  /** Empty when none was given. */
  readonly name: string;
  readonly terms: GiftTerms;
}

type Counted = 'price' | 'stock' | 'limit';
type Named = 'batch' | 'rename';

/** The words of an order, as copy has them. */
export interface GiftOrderWords {
  readonly actions: Readonly<Record<string, GiftAction>>;
  readonly counted: Readonly<Record<string, Counted>>;
  readonly named: Readonly<Record<string, Named>>;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly unlimited: readonly string[];
}

const AMOUNT = /^(\d{1,6})\p{Script=Han}{0,2}$/u;

export function parseGiftOrder(text: string, words: GiftOrderWords): GiftOrder {
  const rest = text.split(/\s+/u).filter((word) => word !== '');
  const order = new Reading(words);
  while (rest.length > 0) order.take(rest);
  return order.done();
}

class Reading {
  readonly #words: GiftOrderWords;
  readonly #name: string[] = [];
  #action: GiftAction | undefined;
  #terms: GiftTerms = {};

  constructor(words: GiftOrderWords) {
    this.#words = words;
  }

  /** Takes a word, and the one behind it where that belongs to it. */
  take(rest: string[]): void {
    const typed = rest.shift() ?? '';
    const word = foldText(typed);
    const taken =
      this.#takeAction(word) || this.#takeFlag(word) || this.#takeNamed(word, rest) || this.#takeCounted(word, rest);
    if (!taken) this.#name.push(typed);
  }

  done(): GiftOrder {
    return { action: this.#action, name: this.#name.join(' '), terms: this.#terms };
  }

  #takeAction(word: string): boolean {
    const action = this.#action === undefined ? valueOf(this.#words.actions, word) : undefined;
    this.#action ??= action;
    return action !== undefined;
  }

  #takeFlag(word: string): boolean {
    const needsAddress = valueOf(this.#words.flags, word);
    if (needsAddress !== undefined) this.#terms = { ...this.#terms, needsAddress };
    return needsAddress !== undefined;
  }

  #takeNamed(word: string, rest: string[]): boolean {
    const term = valueOf(this.#words.named, word);
    const value = term === undefined ? undefined : rest.shift();
    if (term !== undefined && value !== undefined) this.#terms = { ...this.#terms, [term]: value };
    return term !== undefined;
  }

  /** `stock 50`, `stock50`, or a number alone, which is the price. */
  #takeCounted(word: string, rest: string[]): boolean {
    const key = Object.keys(this.#words.counted).find((one) => word.startsWith(one)) ?? '';
    const term = valueOf(this.#words.counted, key) ?? 'price';
    const glued = word.slice(key.length);
    const amount = this.#amount(glued === '' ? foldText(rest[0] ?? '') : glued, term);
    if (amount === undefined) return false;
    if (glued === '') rest.shift();
    this.#terms = { ...this.#terms, [term]: amount };
    return true;
  }

  #amount(word: string, term: Counted): number | null | undefined {
    if (term !== 'price' && this.#words.unlimited.includes(word)) return null;
    const digits = AMOUNT.exec(word)?.[1];
    return digits === undefined ? undefined : Number(digits);
  }
}

function valueOf<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
