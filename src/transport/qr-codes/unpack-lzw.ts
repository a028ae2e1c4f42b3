/** Unpacks LZW as a GIF has it: codes of 3 to 12 bits, the lowest bit first. Exactly as many bytes as were asked for. */

const MOST_BITS = 12;
const MOST_WORDS = 2 ** MOST_BITS;
const NONE = -1;

/** Words by their codes: the word without its last byte, that byte, its first one, and how long it is. */
class Words {
  readonly #prefix = new Uint16Array(MOST_WORDS);
  readonly #last = new Uint8Array(MOST_WORDS);
  readonly #first = new Uint8Array(MOST_WORDS);
  readonly #length = new Uint16Array(MOST_WORDS);
  readonly #bits: number;
  #size = 0;

  constructor(bits: number) {
    this.#bits = bits;
    for (let byte = 0; byte < 2 ** bits; byte += 1) {
      this.#last[byte] = byte;
      this.#first[byte] = byte;
      this.#length[byte] = 1;
    }
    this.clear();
  }

  /** Behind the bytes stand the code that clears and the one that ends. */
  clear(): void {
    this.#size = 2 ** this.#bits + 2;
  }

  /** How many bits the next code has. */
  get width(): number {
    return Math.max(this.#bits + 1, Math.min(MOST_BITS, 32 - Math.clz32(this.#size)));
  }

  /** What was said before, with the first byte of what is said now. Throws for a code that there cannot be. */
  learn(before: number, code: number): void {
    const isKnown = code < this.#size;
    if (before !== NONE && this.#size < MOST_WORDS && code <= this.#size) {
      this.#prefix[this.#size] = before;
      this.#last[this.#size] = this.#first[isKnown ? code : before] ?? 0;
      this.#first[this.#size] = this.#first[before] ?? 0;
      this.#length[this.#size] = (this.#length[before] ?? 0) + 1;
      this.#size += 1;
    } else if (!isKnown) throw new RangeError('A code without a word.');
  }

  /** Resolves to where the word ends; what does not fit is left out. */
  write(code: number, into: Uint8Array, start: number): number {
    const end = start + (this.#length[code] ?? 0);
    let word = code;
    for (let at = end - 1; at >= start; at -= 1) {
      if (at < into.length) into[at] = this.#last[word] ?? 0;
      word = this.#prefix[word] ?? 0;
    }
    return end;
  }
}

/** `bits`: of a plain byte, 1 to 8. Throws for what is broken or ends too early. */
export function unpackLzw(packed: Uint8Array, bits: number, count: number): Uint8Array {
  if (bits < 1 || bits > 8) throw new RangeError('Not a GIF as there are.');
  const words = new Words(bits);
  const unpacked = new Uint8Array(count);
  const clear = 2 ** bits;
  let [filled, before] = [0, NONE];
  for (const code of codesOf(packed, words)) {
    if (filled >= count || code === clear + 1) break;
    if (code === clear) {
      words.clear();
      before = NONE;
      continue;
    }
    words.learn(before, code);
    filled = words.write(code, unpacked, filled);
    before = code;
  }
  if (filled < count) throw new RangeError('The picture ends too early.');
  return unpacked;
}

function* codesOf(packed: Uint8Array, words: Words): Generator<number> {
  let [bits, held] = [0, 0];
  for (const byte of packed) {
    bits |= byte << held;
    held += 8;
    // Each code may make the next one longer.
    let { width } = words;
    while (held >= width) {
      yield bits & (2 ** width - 1);
      bits >>>= width;
      held -= width;
      width = words.width;
    }
  }
}
