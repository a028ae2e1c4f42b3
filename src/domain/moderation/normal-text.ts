/** A line as the rules read it: what is done to words so that they are overlooked is undone (product rules, section 11). */

import { INVISIBLE } from '../understanding/fold.js';

/** What stands for what, character by character. */
export interface LookAlikes {
  readonly from: string;
  readonly to: string;
  /** Pictures and single characters that stand for words. */
  readonly words: Readonly<Record<string, string>>;
}

/** `plain` still has its marks and spaces, for addresses. */
export type Normalise = (message: string) => string;

/** What is longer is read at its beginning and its end, where advertising has its address. */
const LONGEST_HEAD = 1_500;
const LONGEST_TAIL = 500;

/** Selectors and accents that are laid over characters, and tags of flags. */
const LAID_OVER = /[\p{Mn}\u{e0020}-\u{e007f}]/gu;
const IS_PLAIN = /^[\p{Script=Han}a-z0-9 ，。！？,.:/~!?-]*$/u;
const IS_DENSE = /^[\p{Script=Han}a-z0-9]*$/u;
/** Of a number, of an address, or pushed between two characters. */
const STOP_INSIDE = /(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu;
const PAUSES = /[,.;!?，。；！？、\n]/gu;
const DROPPED = /[^\p{L}\p{N},]/gu;
const COMMAS = /,{2,}/g;

export function createNormalise({ from, to, words }: LookAlikes): Normalise {
  const targets = Array.from(to);
  const readAs = new Map<string, string>(Array.from(from).map((one, place) => [one, targets[place] ?? one]));
  for (const [picture, word] of Object.entries(words)) readAs.set(picture, word);
  return (message) => {
    const folded = shortened(message).normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
    const bare = IS_PLAIN.test(folded) ? folded : folded.normalize('NFD').replace(LAID_OVER, '').normalize('NFC');
    return replaceAll(bare, readAs);
  };
}

function shortened(message: string): string {
  if (message.length <= LONGEST_HEAD + LONGEST_TAIL) return message;
  return `${message.slice(0, LONGEST_HEAD)}\n${message.slice(-LONGEST_TAIL)}`;
}

function replaceAll(text: string, readAs: ReadonlyMap<string, string>): string {
  let result = '';
  for (const character of text) result += readAs.get(character) ?? character;
  return result;
}

/** Without marks and spaces; runs of pauses are one comma, but a stop between letters is no pause. */
export function densify(text: string): string {
  if (IS_DENSE.test(text)) return text;
  return text.replace(STOP_INSIDE, '').replace(PAUSES, ',').replace(DROPPED, '').replace(COMMAS, ',');
}
