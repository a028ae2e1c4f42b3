/** Reads a command line word by word. Words come folded, the rest of the line comes as typed. */

import { foldText } from '../domain/understanding/fold.js';

/** Every kind of white space that phones and PCs put between words, and what hides in them. */
const SPACES = /^[\s\u200b-\u200f\u2005\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/u;
/** What hides in a word does not part it. */
const WORD = /^\P{White_Space}+/u;

export class WordReader {
  #rest: string;

  constructor(line: string) {
    this.#rest = line.replace(SPACES, '');
  }

  ended(): boolean {
    return this.#rest === '';
  }

  peek(): string | undefined {
    const raw = WORD.exec(this.#rest)?.[0];
    return raw === undefined ? undefined : foldText(raw);
  }

  next(): string | undefined {
    const typed = this.nextTyped();
    return typed === undefined ? undefined : foldText(typed);
  }

  /** The next word as typed, for what is compared with names. */
  nextTyped(): string | undefined {
    const raw = WORD.exec(this.#rest)?.[0];
    if (raw !== undefined) this.#rest = this.#rest.slice(raw.length).replace(SPACES, '');
    return raw;
  }

  /**
   * Takes `@name` of somebody mentioned: the name may hold spaces, the phone ends it with U+2005. The platform may write
   * another name than the one we know, but whose `@name` comes further on is not the one who is meant here.
   */
  nextMention(name: string): boolean {
    if (!this.#rest.startsWith('@')) return false;
    const at = name === '' ? -1 : this.#rest.indexOf(`@${name}`);
    if (at > 0) return false;
    const end = at === 0 ? name.length + 1 : this.#mentionEnd();
    this.#rest = this.#rest.slice(end).replace(SPACES, '');
    return true;
  }

  #mentionEnd(): number {
    const separator = this.#rest.indexOf('\u2005');
    return separator > 0 ? separator : (WORD.exec(this.#rest)?.[0].length ?? 0);
  }

  /** Puts a word back in front. */
  unread(word: string): void {
    this.#rest = this.#rest === '' ? word : `${word} ${this.#rest}`;
  }

  /** All that is left, as typed, without taking it. */
  remaining(): string {
    return this.#rest.trim();
  }

  /** Takes all that is left, as typed, without the space around it. */
  rest(): string {
    const rest = this.#rest.trim();
    this.#rest = '';
    return rest;
  }
}
