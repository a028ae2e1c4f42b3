/**
 * Finds all of thousands of words in a line in one walk over it (Aho and Corasick, 1975).
 *
 * Built once for a list and never changed; a walk takes time by the length of the line, not of the list. Offsets count UTF-16
 * units, as strings do.
 */

/** `word` is the place of the word in the list that the finder was built from. */
export interface FoundWord {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

const ROOT = 0;
const NONE = -1;
/** More than there are UTF-16 units, so that a state and a unit make one key. */
const UNITS = 0x1_0000;

export class WordFinder {
  readonly #words: readonly string[];
  /** From the root by a unit to the next state: where nearly every walk stands, at nearly every unit. */
  readonly #first = new Uint32Array(UNITS);
  /** From any other state by a unit. */
  readonly #next = new Map<number, number>();
  /** The state of the longest proper ending that is a beginning too. */
  readonly #fallback: number[] = [ROOT];
  /** The word that ends in a state. */
  readonly #ending: number[] = [NONE];
  /** The nearest state along the fallbacks in which a word ends. */
  readonly #shorter: number[] = [ROOT];

  /** Empty words are passed over. */
  constructor(words: readonly string[]) {
    this.#words = words;
    const parents: Array<{ readonly state: number; readonly parent: number; readonly unit: number }> = [];
    for (const [place, word] of words.entries()) if (word !== '') this.#add(word, place, parents);
    this.#link(parents);
  }

  /** In the order in which they end. */
  findAll(text: string): FoundWord[] {
    const found: FoundWord[] = [];
    this.#walk(text, (word, end) => {
      found.push({ word, start: end - (this.#words[word]?.length ?? 0), end });
      return false;
    });
    return found;
  }

  /** Whether one of the words is in the text that `isMeant`. */
  finds(text: string, isMeant: (word: number) => boolean): boolean {
    return this.#walk(text, isMeant);
  }

  /** Calls `stop` with each word and where it ends, until that answers true. */
  #walk(text: string, stop: (word: number, end: number) => boolean): boolean {
    let state = ROOT;
    for (let place = 0; place < text.length; place += 1) {
      state = this.#step(state, text.charCodeAt(place));
      for (let at = this.#wordAt(state); at !== ROOT; at = this.#shorter[at] ?? ROOT) {
        if (stop(this.#ending[at] ?? NONE, place + 1)) return true;
      }
    }
    return false;
  }

  #wordAt(state: number): number {
    return this.#ending[state] === NONE ? (this.#shorter[state] ?? ROOT) : state;
  }

  #step(from: number, unit: number): number {
    for (let state = from; state !== ROOT; state = this.#fallback[state] ?? ROOT) {
      const next = this.#next.get(state * UNITS + unit);
      if (next !== undefined) return next;
    }
    return this.#first[unit] ?? ROOT;
  }

  /** Without fallbacks; the root where no word goes on so. */
  #nextOf(state: number, unit: number): number {
    return (state === ROOT ? this.#first[unit] : this.#next.get(state * UNITS + unit)) ?? ROOT;
  }

  #lead(state: number, unit: number, to: number): void {
    if (state === ROOT) this.#first[unit] = to;
    else this.#next.set(state * UNITS + unit, to);
  }

  #add(word: string, place: number, parents: Array<{ state: number; parent: number; unit: number }>): void {
    let state = ROOT;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      let next = this.#nextOf(state, unit);
      if (next === ROOT) {
        next = this.#fallback.push(ROOT) - 1;
        this.#ending.push(NONE);
        this.#shorter.push(ROOT);
        this.#lead(state, unit, next);
        parents.push({ state: next, parent: state, unit });
      }
      state = next;
    }
    if (this.#ending[state] === NONE) this.#ending[state] = place;
  }

  /** Shorter beginnings first, since each is linked by those before it. */
  #link(parents: ReadonlyArray<{ readonly state: number; readonly parent: number; readonly unit: number }>): void {
    const depth: number[] = [0];
    for (const { state, parent } of parents) depth[state] = (depth[parent] ?? 0) + 1;
    for (const { state, parent, unit } of parents.toSorted((a, b) => (depth[a.state] ?? 0) - (depth[b.state] ?? 0))) {
      const fallback = parent === ROOT ? ROOT : this.#step(this.#fallback[parent] ?? ROOT, unit);
      this.#fallback[state] = fallback;
      this.#shorter[state] = this.#wordAt(fallback);
    }
  }
}
