/**
 * A line as it is matched and as it was typed. Matching sees folded text; what is kept of a line, its content, is cut
 * from the typed text, so each folded character knows where it came from.
 */

import type { LocalDay } from '../local-day.js';
import { INVISIBLE } from './fold.js';

export interface Line {
  readonly typed: string;
  /** NFKC, without invisible characters, simplified, lower case; of all white space only blanks and newlines. */
  readonly text: string;
  readonly today: LocalDay;
  readonly botNames: readonly string[];
  /** Absent when folding moved nothing. */
  readonly origin: Origin | undefined;
}

/** For each folded character, where what it was made of begins and ends in the typed text. */
interface Origin {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What NFKC leaves as it is, and the ellipsis, which is left one character for the sake of all that stand around it. */
const UNCHANGED = /^[\n\x20-\x7e\u00b7\u2014\u2018-\u201d\u2026\u3001-\u3029\u4e00-\u9fff]*$/;
/** What NFKC changes one to one, if it changes the length of nothing. */
const NARROW = String.raw`\n\x20-\x7e\u00a0\u00b7\u2005\u2014\u2018-\u201d\u2026`;
const WIDE = String.raw`\u2600-\u27bf\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e`;
const EMOJI_UNITS = String.raw`\ufe0f\ud83c-\ud83e\udc00-\udfff`;
const ONE_TO_ONE = new RegExp(`^[${NARROW}${WIDE}${EMOJI_UNITS}]*$`);
const ELLIPSIS = '\u2026';
const CLUSTER = /\r\n|\P{M}\p{M}*|\p{M}+/gsu;
const PICTOGRAPH = /^[[\p{Extended_Pictographic}\u2026]--[\u203C\u2049]]/v;

export type Fold = Pick<Line, 'text' | 'origin'>;

export function foldLine(typed: string): Fold {
  if (UNCHANGED.test(typed)) return { text: typed, origin: undefined };
  if (ONE_TO_ONE.test(typed)) {
    const text = typed
      .split(ELLIPSIS)
      .map((part) => part.normalize('NFKC'))
      .join(ELLIPSIS);
    if (text.length === typed.length) return { text, origin: undefined };
  }
  return foldByCluster(typed);
}

function foldByCluster(typed: string): Fold {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: cluster, index } of typed.matchAll(CLUSTER)) {
    const folded = foldCluster(cluster);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    text += folded;
  }
  return { text, origin: { starts, ends } };
}

/** Emoji that NFKC would turn into letters remain emoji; a double exclamation or question mark is punctuation. */
function foldCluster(cluster: string): string {
  const visible = cluster.replace(INVISIBLE, '');
  if (/^[\n\r\u2028\u2029]/.test(visible)) return '\n';
  if (/^\s/.test(visible)) return ' ';
  return PICTOGRAPH.test(visible) ? visible : visible.normalize('NFKC');
}

/** The typed text of a folded stretch, without white space around it. */
export function typedText(line: Line, from: number, to: number): string {
  if (from >= to) return '';
  const start = line.origin?.starts[from] ?? from;
  const end = line.origin?.ends[to - 1] ?? to;
  return line.typed.slice(start, end).trim();
}
