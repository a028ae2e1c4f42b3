/** What stands above the lines of a chain list, and whether it is one for checking in. */

import { foldText } from '../understanding/fold.js';
import { nameKey } from './chain-line.js';
import type { ChainListWords } from './chain-list-reader.js';

export interface Heading {
  /** To show: its first line, without the marker. Empty when there is none. */
  readonly title: string;
  /** Tells the lists of a room apart. */
  readonly key: string;
}

const LONGEST_TITLE = 40;
const LONGEST_KEY = 200;
const MENTION = /^@\S{1,40}\s+/u;

/** Undefined for lines that head no chain list. `lines` are as typed. */
export function readHeading(words: ChainListWords, lines: readonly string[]): Heading | undefined {
  const folded = lines.map((line) => foldText(line).trim().toLowerCase()).filter((line) => line !== '');
  if (!isMarked(words, folded)) return undefined;
  const example = folded.findIndex((line) => words.examples.some((word) => line.startsWith(word)));
  const heads = (example < 0 ? folded : folded.slice(0, example)).map((line) => withoutMarker(words, line));
  const named = heads.filter((line) => nameKey(line) !== '');
  return {
    title: [...(named[0] ?? '')].slice(0, LONGEST_TITLE).join(''),
    key: [...nameKey(named.join(''))].slice(0, LONGEST_KEY).join(''),
  };
}

/** With a hash sign anywhere; without one, the heading has to be a line that ends with the marker. */
function isMarked({ markers }: ChainListWords, lines: readonly string[]): boolean {
  return markers.some(
    (marker) => lines.some((line) => line.includes(`#${marker}`)) || (lines.length === 1 && endsWith(lines[0], marker)),
  );
}

function endsWith(line: string | undefined, marker: string): boolean {
  return line !== undefined && line.replace(/[^\p{L}\p{N}?]+$/u, '').endsWith(marker);
}

function withoutMarker({ markers }: ChainListWords, line: string): string {
  const plain = markers.reduce((rest, marker) => rest.replace(`#${marker}`, ' '), line.replace(MENTION, ''));
  return plain.trim();
}

/** A manager's word on lists whose heading holds these words. */
export interface ChainRule {
  /** As `nameKey` makes it. */
  readonly words: string;
  readonly counts: boolean;
}

/** The rule with the most words decides; without one, the vocabulary does. */
export function isForCheckIns(words: ChainListWords, { key }: Heading, rules: readonly ChainRule[]): boolean {
  const [rule] = rules.filter((one) => key.includes(one.words)).toSorted((a, b) => b.words.length - a.words.length);
  if (rule) return rule.counts;
  return words.checkIn.some((word) => key.includes(word)) && !words.otherwise.some((word) => key.includes(word));
}
