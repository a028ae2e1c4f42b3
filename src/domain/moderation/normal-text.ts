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
/** Of a number, of an address, or pushed between two characters. */
const STOP_INSIDE = /(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu;
const PAUSES = /[,.;!?，。；！？、\n]/gu;
const DROPPED = /[^\p{L}\p{N},]/gu;
const COMMAS = /,{2,}/g;

export function createNormalise({ from, to, words }: LookAlikes): Normalise {
  const targets = Array.from(to);
  const readAs = new Map<string, string>(Array.from(from).map((one, place) => [one, targets[place] ?? one]));
  for (const [picture, word] of Object.entries(words)) readAs.set(picture, word);
  const read = (text: string): string => {
    const folded = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
    const bare = IS_PLAIN.test(folded) ? folded : folded.normalize('NFD').replace(LAID_OVER, '').normalize('NFC');
    return replaceAll(bare, readAs);
  };
  const readEach = createReadEach(read);
  return (message) => {
    const text = shortened(message);
    return readEach(text) ?? read(text);
  };
}

/**
 * Reads a line character by character, each as it was read before. Undefined where one of them may be read otherwise beside
 * others. Nearly every line is made of those that are not, and is read in a twentieth of the time.
 */
function createReadEach(read: Normalise): (text: string) => string | undefined {
  const known: string[] = [];
  const isPlain = rememberUnits((character) => standsAlone(character.charCodeAt(0)) && read(character) === character);
  return (text) => {
    if (isOnly(text, isPlain)) return text;
    let result = '';
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      if (!standsAlone(unit)) return undefined;
      result += known[unit] ??= read(String.fromCharCode(unit));
    }
    return result;
  };
}

function isOnly(text: string, isOne: (unit: number) => boolean): boolean {
  for (let place = 0; place < text.length; place += 1) if (!isOne(text.charCodeAt(place))) return false;
  return true;
}

/** ASCII, Chinese characters and the marks of both: nothing that accents or other letters can be joined to. */
function standsAlone(unit: number): boolean {
  if (unit < 0x80) return true;
  if (unit >= 0x4e00) return unit <= 0x9fff || (unit >= 0xff01 && unit <= 0xff5e);
  return (unit >= 0x2018 && unit <= 0x2026) || (unit >= 0x3000 && unit <= 0x3029);
}

/** Answers for each unit as `isOne` does, which is asked once: a list with gaps would take seven times as long. */
function rememberUnits(isOne: (character: string) => boolean): (unit: number) => boolean {
  const answers = new Uint8Array(0x1_0000);
  const [yes, no] = [1, 2];
  return (unit) => (answers[unit] ||= isOne(String.fromCharCode(unit)) ? yes : no) === yes;
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
  let dense = '';
  let from = 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (isKept(unit)) continue;
    const kind = kindOf(unit);
    if (kind === 'half') return densifyPairs(text);
    dense += text.slice(from, place);
    from = place + 1;
    if (kind === 'dropped' || (kind === 'stop' && isInside(text, place))) continue;
    if (!dense.endsWith(',')) dense += ',';
  }
  return from === 0 ? text : dense + text.slice(from);
}

const isKept = rememberUnits((character) => /[\p{L}\p{N}]/u.test(character));

/** Of what is not kept. `half`: of a character that takes two units. */
type UnitKind = 'pause' | 'stop' | 'dropped' | 'half';

const kinds: UnitKind[] = [];

function kindOf(unit: number): UnitKind {
  return (kinds[unit] ??= readKind(String.fromCharCode(unit)));
}

function readKind(character: string): UnitKind {
  if (/[\ud800-\udfff]/.test(character)) return 'half';
  if (character === '.') return 'stop';
  return character.search(PAUSES) === 0 ? 'pause' : 'dropped';
}

function isInside(text: string, place: number): boolean {
  const isLast = place === 0 || place === text.length - 1;
  return !isLast && isKept(text.charCodeAt(place - 1)) && isKept(text.charCodeAt(place + 1));
}

function densifyPairs(text: string): string {
  return text.replace(STOP_INSIDE, '').replace(PAUSES, ',').replace(DROPPED, '').replace(COMMAS, ',');
}
