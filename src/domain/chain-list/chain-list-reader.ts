/**
 * Reads a chain list (jielong) as it is typed or stands on its card: a heading, and numbered lines that members add to.
 *
 * Everybody posts the whole list anew, edited by hand; so numbers, their order and their width mean nothing here.
 * What is not plainly such a list is none. Never throws, and takes time in proportion to the text.
 */

import { foldText } from '../understanding/fold.js';
import { type ChainLine, readChainLine } from './chain-line.js';
import { type Heading, readHeading } from './heading.js';

/** The Chinese that chain lists are written in. All words as `foldText` leaves them, in small letters. */
export interface ChainListWords {
  /** What makes a list of numbered lines a chain list, in either script. */
  readonly markers: readonly string[];
  /** Begin the line of the heading that shows how to write an entry, and entries that do so. */
  readonly examples: readonly string[];
  /** A heading with one of these is for checking in … */
  readonly checkIn: readonly string[];
  /** … unless it holds one of these. */
  readonly otherwise: readonly string[];
}

export interface ChainList extends Heading {
  readonly lines: readonly ChainLine[];
}

/** Longer than WeChat lets anybody send. */
const MAX_LENGTH = 20_000;
const MAX_LINES = 500;
const QUOTE = '\u300C';
/** A number and its mark. A point between two digits is a date or a figure. */
const NUMBERED = /^\s*\(?(\d{1,3}) ?(?:[.)]|\u3001)(?!\d)(.*)$/u;
/** Digits in circles and on keys, which folding would glue to what follows. */
const CIRCLED = /[\u2460-\u2473]/gu;
const KEYS = /(\d)\ufe0f?\u20e3/gu;

/** Whether a look at the text is worth while: nearly no message is a chain list. */
export function maybeChainList(words: ChainListWords, text: string): boolean {
  return text.includes('\n') && words.markers.some((marker) => text.includes(marker));
}

export function readChainList(words: ChainListWords, text: string): ChainList | undefined {
  if (text.length > MAX_LENGTH || text.trimStart().startsWith(QUOTE)) return undefined;
  const plain = text.replace(CIRCLED, (digit) => `${digit.charCodeAt(0) - 0x245f}.`).replace(KEYS, '$1.');
  const typed = plain.split(/\r\n|[\n\r\u2028\u2029]/u);
  const start = findStart(typed.map((line) => foldText(line)));
  if (start === -1) return undefined;
  const heading = readHeading(words, typed.slice(0, start));
  if (heading === undefined) return undefined;
  const lines = readLines(words, typed.slice(start));
  return lines.length === 0 ? undefined : { ...heading, lines };
}

/** Rules may be numbered too: behind an empty line a second number one begins the list proper. */
function findStart(lines: readonly string[]): number {
  const isFirst = (line: string): boolean => NUMBERED.exec(line)?.[1] === '1';
  const anew = lines.findLastIndex((line, place) => isFirst(line) && lines[place - 1]?.trim() === '');
  const first = lines.findIndex((line) => NUMBERED.test(line));
  return Math.max(anew, first);
}

/** What follows a numbered line without a number of its own belongs to it. */
function readLines(words: ChainListWords, typed: readonly string[]): ChainLine[] {
  const entries: string[][] = [];
  for (const line of typed) {
    const found = NUMBERED.exec(foldText(line));
    if (found) entries.push([found[2] ?? '']);
    else entries.at(-1)?.push(foldText(line));
  }
  const lines = entries.slice(0, MAX_LINES).map((parts) => readChainLine(parts.join('\n')));
  return lines.filter((line) => line !== undefined).filter((line) => !isExample(words, line));
}

function isExample({ examples }: ChainListWords, { text }: ChainLine): boolean {
  return examples.some((word) => text.startsWith(word));
}
