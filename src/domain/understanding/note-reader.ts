/** Reads a question, a piece of feedback, a complaint or an appeal: its word alone, or set apart from what it introduces. */

import type { Basics } from './basics.js';
import type { NoteWords } from './intent-words.js';
import { mentionsOther, skipCommandLead } from './lead.js';
import type { Line } from './line.js';
import { EMOTICON, MARK, PARTING_CLOSER } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { contentBetween } from './remainder.js';
import type { Understanding } from './understanding.js';

type NoteIntent = 'ask' | 'feedback' | 'complaint' | 'appeal';

export interface NoteGrammar {
  readonly basics: Basics;
  readonly openings: readonly (readonly [NoteIntent, RegExp])[];
  readonly start: RegExp;
}

/** A blank, a colon, a newline, or the closer of brackets or hashtag; emoji may come between. */
const APART = String.raw`(?:${EMOTICON}|\p{Extended_Pictographic}|\uFE0F)*(?:[\s:]|${PARTING_CLOSER})`;
/** Nothing but marks to the end, and no question. */
const BARE = String.raw`(?:${EMOTICON}|${MARK}|\s)*$`;

export function compileNotes(words: NoteWords, basics: Basics): NoteGrammar {
  const opening = (source: string): RegExp => sticky(String.raw`${source}(?:${APART}|(?=${BARE}))`);
  return {
    basics,
    openings: [
      ['ask', opening(anyOf([words.ask]))],
      ['ask', sticky(`${anyOf([words.askBeforeColon])}${PARTING_CLOSER}? ?:`)],
      ['feedback', opening(anyOf(words.feedback))],
      ['complaint', opening(anyOf([words.complaint]))],
      ['appeal', opening(anyOf([words.appeal]))],
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
