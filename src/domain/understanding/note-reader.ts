/** Reads a question, a piece of feedback or a complaint: its word alone, or set apart from what it introduces. */

import type { Basics } from './basics.js';
import { mentionsOther, skipCommandLead } from './lead.js';
import type { Line } from './line.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { contentBetween } from './remainder.js';
import type { Understanding } from './understanding.js';
import type { NoteWords } from './vocabulary.js';

type NoteIntent = 'ask' | 'feedback' | 'complaint';

export interface NoteGrammar {
  readonly basics: Basics;
  readonly openings: readonly (readonly [NoteIntent, RegExp])[];
  readonly start: RegExp;
}

/** A blank, a colon, a newline, or the closer of brackets or hashtag; emoji may come between. */
const APART = String.raw`(?:\p{Extended_Pictographic}|\uFE0F)*(?:[\s:]|[\]\)\}#\u3011\u3015])`;
/** Nothing but marks to the end, and no question. */
const BARE = String.raw`[[\s\p{P}\p{S}\p{Extended_Pictographic}\uFE0F]--[?]]*$`;

export function compileNotes(words: NoteWords, basics: Basics): NoteGrammar {
  const opening = (source: string): RegExp => sticky(String.raw`${source}(?:${APART}|(?=${BARE}))`);
  return {
    basics,
    openings: [
      ['ask', opening(anyOf([words.ask]))],
      ['ask', sticky(`${anyOf([words.askBeforeColon])} ?:`)],
      ['feedback', opening(anyOf(words.feedback))],
      ['complaint', opening(anyOf([words.complaint]))],
    ],
    start: sticky(String.raw`[\s:]+`),
  };
}

export function readNote(grammar: NoteGrammar, line: Line): Understanding | undefined {
  const { basics, openings } = grammar;
  const lead = skipCommandLead(basics.lead, line, 0);
  const at = skip(basics.lead.neutral, line.text, skip(basics.lead.polite, line.text, lead));
  for (const [intent, opening] of openings) {
    const end = matchEnd(opening, line.text, at);
    if (end >= 0) return noteFrom(grammar, line, end, intent);
  }
  return undefined;
}

function noteFrom(
  { basics, start }: NoteGrammar,
  line: Line,
  end: number,
  intent: NoteIntent,
): Understanding | undefined {
  const at = skip(start, line.text, skip(basics.separators, line.text, skip(start, line.text, end)));
  if (mentionsOther(line, at)) return undefined;
  const content = contentBetween(line, at, line.text.length);
  return content === '' && line.text.includes('?', end) ? undefined : { intent, content };
}
