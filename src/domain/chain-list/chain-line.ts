/** One line of a chain list: what it says, and as whose name its beginning may be read. */

export interface ChainLine {
  /** Without its number, in one line. */
  readonly text: string;
  /** The same line, however it is spaced, is the same key. */
  readonly key: string;
  /** What its beginning may name, the longest first: names hold spaces and dashes too. */
  readonly heads: readonly Head[];
}

export interface Head {
  /** As `nameKey` makes it. */
  readonly name: string;
  /** What the line says after it. */
  readonly content: string;
}

const LONGEST = 400;
/** A name holds few breaks; what comes after them is content for certain. */
const MOST_BREAKS = 6;
const BREAK = /[\s\p{P}\p{S}]+/gu;
const UNNAMED = /[\s\p{P}\p{S}\p{M}\u200d]/gu;

/** How names are compared: letters and digits alone, or whatever there is where there are none. */
export function nameKey(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase();
  const letters = folded.replace(UNNAMED, '');
  return letters === '' ? folded.replace(/\s/gu, '') : letters;
}

/** `entry` is folded. Undefined for an empty one. */
export function readChainLine(entry: string): ChainLine | undefined {
  const text = [...entry.replace(/\s+/gu, ' ').trim()].slice(0, LONGEST).join('');
  if (text === '') return undefined;
  return { text, key: text.toLowerCase().replace(/\s/gu, ''), heads: headsOf(text) };
}

function headsOf(text: string): Head[] {
  const ends: Array<{ readonly index: number; readonly after: number }> = [];
  for (const { 0: gap, index } of text.matchAll(BREAK)) {
    if (index > 0) ends.push({ index, after: index + gap.length });
    if (ends.length === MOST_BREAKS) break;
  }
  const whole = { index: text.length, after: text.length };
  const heads = [...ends, whole].map(({ index, after }) => ({
    name: nameKey(text.slice(0, index)),
    content: text.slice(after).trim(),
  }));
  return heads.filter(({ name }) => name !== '').toReversed();
}

/** What a line says when nobody's name was found in it: all behind its first break. */
export function firstHead({ heads, text }: ChainLine): Head {
  return heads.at(-1) ?? { name: nameKey(text), content: '' };
}
