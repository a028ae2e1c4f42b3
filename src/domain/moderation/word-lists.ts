/** The words that managers ban and allow, made ready for looking them up. Built once for a version of the lists. */

import { densify, type Normalise } from './normal-text.js';
import type { WordList } from './rule.js';
import { WordFinder } from './word-finder.js';

export const MOST_BANNED = 10_000;
export const MOST_ALLOWED = 500;
/** One character is in every other word. */
export const SHORTEST_BANNED = 2;
export const LONGEST_WORD = 40;

export interface WordLists {
  /** Hosts that never count; their subdomains are meant too. */
  readonly hosts: readonly string[];
  /** Ids, as text. */
  readonly members: ReadonlySet<string>;
  /** The first banned word of a message that is not part of an allowed one. */
  findBanned(message: string): string | undefined;
  /** The message without the words that are allowed. */
  withoutAllowed(message: string): string;
}

const IS_LATIN = /^[a-z0-9]+$/;
const LATIN = /[a-z0-9]/;

/** As it is stored and looked for: a word as people write it says the same in other clothes. */
export function normalWord(given: string, normalise: Normalise): string {
  return densify(normalise(given));
}

export function createWordLists(
  entries: readonly { readonly list: WordList; readonly word: string }[],
  normalise: Normalise,
): WordLists {
  const of = (list: WordList): string[] => entries.filter((one) => one.list === list).map(({ word }) => word);
  const allowed = of('allowed-word');
  const banned = of('banned');
  const dense = createFinder(banned.filter((word) => !IS_LATIN.test(word)));
  const latin = createFinder(banned.filter((word) => IS_LATIN.test(word)));
  const without = (text: string): string => allowed.reduce((left, word) => left.replaceAll(word, ','), text);
  return {
    hosts: of('allowed-host'),
    members: new Set(of('allowed-member')),
    withoutAllowed: (message) => (allowed.length === 0 ? message : without(message.normalize('NFKC').toLowerCase())),
    findBanned: (message) => {
      if (banned.length === 0) return undefined;
      const plain = normalise(message);
      return dense(without(densify(plain))) ?? latin(without(plain), isWhole);
    },
  };
}

type Find = (text: string, fits?: (text: string, start: number, end: number) => boolean) => string | undefined;

function createFinder(words: readonly string[]): Find {
  if (words.length === 0) return () => undefined;
  const finder = new WordFinder(words);
  return (text, fits = () => true) => {
    const found = finder.findAll(text).find(({ start, end }) => fits(text, start, end));
    return found && words[found.word];
  };
}

/** A Latin word inside of another is that one. */
function isWhole(text: string, start: number, end: number): boolean {
  return !LATIN.test(text[start - 1] ?? '') && !LATIN.test(text[end] ?? '');
}
