/** Reads a check-in that opens with its word. Which tails make talk of it is decided in `remainder.ts`. */

import type { Basics } from './basics.js';
import type { CheckInWords } from './intent-words.js';
import { skipCheckInLead, skipNeutral } from './lead.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { compileRecord } from './record.js';
import { contentBetween, findReport, isStatement, type Remainder } from './remainder.js';
import { compileTags, type Tags, trimTags } from './tags.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

export interface CheckInGrammar {
  readonly basics: Basics;
  readonly word: RegExp;
  readonly success: string;
  readonly initials: RegExp;
  readonly tags: Tags;
}

/** After a success nobody can tell a name from a short content: two or three characters and no more. */
const NAME = /^\p{Script=Han}{2,3}[!.~\u3002\s]*$/u;

export function compileCheckIn(vocabulary: Vocabulary, basics: Basics): CheckInGrammar {
  const words = vocabulary.checkIn;
  return {
    basics,
    word: sticky(wordSource(words, [...words.fixed, words.success])),
    success: words.success,
    initials: sticky(String.raw`${[...words.initials].join(' ?')}(?:${MARK}|\s)*$`),
    tags: compileTags(wordSource(words, words.fixed), basics, compileRecord(vocabulary)),
  };
}

/** A stamp may be repeated, with its particle, with a space or an exclamation between. */
function wordSource({ stamps, homework, coming, particles }: CheckInWords, fixed: readonly string[]): string {
  const stamp = anyOf(stamps);
  const particle = `${anyOf(particles)}{0,2}`;
  const again = String.raw`(?:${particle}${stamp}|${particle}[ !,~]{1,3}${stamp}(?=$|\s|${MARK}))*`;
  return `(?:${anyOf(fixed)}|${anyOf(coming)}?(?:${stamp}|${homework}))${again}`;
}

export function readCheckIn(grammar: CheckInGrammar, line: Line): Understanding | undefined {
  const { basics, word } = grammar;
  const at = matchEnd(word, line.text, 0) < 0 ? skipCheckInLead(basics.lead, line, 0) : 0;
  const wordEnd = matchEnd(word, line.text, at);
  if (wordEnd < 0) return readInitials(grammar, line);
  const remainder = findReport(basics, line, skip(basics.particles, line.text, wordEnd));
  if (remainder === undefined || isOtherTag(line.text, at, remainder)) return undefined;
  if (!isStatement(basics, line, remainder)) return undefined;
  const content = contentBetween(line, ...trimTags(grammar.tags, line, remainder.at));
  const isSuccess = line.text.startsWith(grammar.success, at);
  return isSuccess && (content === '' || NAME.test(content)) ? undefined : { intent: 'check-in', content };
}

/** A hashtag that goes on after the word is another hashtag. */
function isOtherTag(text: string, wordAt: number, { at, isSeparate }: Remainder): boolean {
  return !isSeparate && text.slice(0, wordAt).includes('#') && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function readInitials({ basics, initials }: CheckInGrammar, line: Line): Understanding | undefined {
  const at = skipNeutral(basics.lead, line, 0);
  return matchEnd(initials, line.text, at) < 0 ? undefined : { intent: 'check-in', content: '' };
}
