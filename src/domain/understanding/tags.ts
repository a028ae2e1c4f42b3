/** Hashtags of a check-in anywhere in a line. The content is the text around them. */

import type { Basics } from './basics.js';
import { type Lead, mentionsOther, skipMention, skipNeutral } from './lead.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { matchEnd, skip, sticky } from './pattern.js';
import { asksFirst } from './question.js';
import { isRecord, type RecordPatterns } from './record.js';
import { contentBetween } from './remainder.js';
import type { Understanding } from './understanding.js';

export interface Tags {
  readonly basics: Basics;
  readonly record: RecordPatterns;
  readonly word: RegExp;
  readonly end: RegExp;
}

type Stretch = readonly [from: number, to: number];

export function compileTags(word: string, basics: Basics, record: RecordPatterns): Tags {
  return { basics, record, word: sticky(word), end: sticky(String.raw`#|(?=$|\s|${MARK})`) };
}

export function readTagged(tags: Tags, line: Line): Understanding | undefined {
  const found = findTags(tags, line, 0);
  if (found.length === 0 || callsOther(tags, line, found) || isRecord(tags.record, line.text)) return undefined;
  const pieces = piecesAround(found, line.text.length).map(([from, to]) => pieceBetween(tags, line, from, to));
  const kept = pieces.filter(([from, to]) => contentBetween(line, from, to) !== '');
  const first = kept[0];
  if (first !== undefined && asksFirst(tags.basics.question, line.text.slice(...first))) return undefined;
  return { intent: 'check-in', content: kept.map(([from, to]) => contentBetween(line, from, to)).join(' ') };
}

/** The rest of the line from `at`, without tags at its ends. */
export function trimTags(tags: Tags, line: Line, at: number): Stretch {
  let [from, to]: Stretch = [at, line.text.length];
  for (const [start, end] of findTags(tags, line, at)) {
    if (start === from) from = skip(tags.basics.separators, line.text, end);
    else if (line.text.slice(end).trim() === '') to = start;
  }
  return [from, to];
}

function findTags(tags: Tags, line: Line, at: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = line.text.indexOf('#', at);
  while (start >= 0) {
    const end = tagEnd(tags, line.text, start);
    if (end > 0) found.push([start, end]);
    start = line.text.indexOf('#', end > 0 ? end : start + 1);
  }
  return found;
}

/** Exactly the word, labelled as before a check-in: the tag of a place is another tag. */
function tagEnd({ basics, word, end }: Tags, text: string, start: number): number {
  if (/[\w/]/.test(text.charAt(start - 1))) return -1;
  const wordEnd = matchEnd(word, text, skipLabels(basics.lead, text, start + 1));
  return wordEnd < 0 ? -1 : matchEnd(end, text, wordEnd);
}

function skipLabels({ calendar, activity, greeting }: Lead, text: string, at: number): number {
  const labelled = skip(calendar, text, at);
  return skip(calendar, text, skip(greeting, text, skip(activity, text, labelled)));
}

function callsOther({ basics }: Tags, line: Line, found: readonly Stretch[]): boolean {
  const starts = [
    skipNeutral(basics.lead, line, 0),
    ...found.map(([, end]) => skip(basics.separators, line.text, end)),
  ];
  return starts.some((at) => mentionsOther(line, at));
}

function piecesAround(found: readonly Stretch[], length: number): readonly Stretch[] {
  const starts = [0, ...found.map(([, end]) => end)];
  return starts.map((from, place) => [from, found[place]?.[0] ?? length]);
}

function pieceBetween({ basics }: Tags, line: Line, from: number, to: number): Stretch {
  const start = skip(basics.separators, line.text, from);
  return [skip(basics.separators, line.text, skipMention(line, start)), to];
}
