/** Reads a check-in that opens with its word. Which tails make talk of it is decided in `remainder.ts`. */

import type { Basics } from './basics.js';
import { skipCheckInLead, skipNeutral } from './lead.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { compileRecord } from './record.js';
import { contentBetween, findReport, isStatement, type Remainder } from './remainder.js';
import { compileTags, type Tags, trimTags } from './tags.js';
import type { Understanding } from './understanding.js';
import type { CheckInWords, Vocabulary } from './vocabulary.js';

export interface CheckInGrammar {
  readonly basics: Basics;
  readonly word: RegExp;
  readonly after: RegExp;
  readonly success: string;
  readonly initials: RegExp;
  readonly tags: Tags;
}

/** After a success nobody can tell a name from a short content: two or three characters and no more. */
const NAME = /^\p{Script=Han}{2,3}[!.~\u3002\s]*$/u;

export function compileCheckIn(vocabulary: Vocabulary, basics: Basics): CheckInGrammar {
  const words = vocabulary.checkIn;
  const word = wordSource(words);
  const after = anyOf(words.after.filter((each) => each !== words.success));
  return {
    basics,
    word: sticky(word),
    after: sticky(anyOf(words.after)),
    success: words.success,
    initials: sticky(String.raw`${[...words.initials].join(' ?')}(?:${MARK}|\s)*$`),
    tags: compileTags(`${word}${after}?`, basics, compileRecord(vocabulary)),
  };
}

/** A stamp may be repeated, with its particle, with a space or an exclamation between. */
function wordSource(words: CheckInWords): string {
  const stamp = anyOf(words.stamps);
  const particle = `${anyOf(words.particles)}{0,2}`;
  const again = String.raw`(?:${particle}${stamp}|${particle}[ !,~]{1,3}${stamp}(?=$|\s|${MARK}))*`;
  const coming = `(?:${anyOf(words.coming)}?(?:${stamp}|${words.homework})|${anyOf(words.before)}${stamp})`;
  return `(?:${anyOf(words.fixed)}|${coming})${again}`;
}

export function readCheckIn(grammar: CheckInGrammar, line: Line): Understanding | undefined {
  const { basics } = grammar;
  const at = skipCheckInLead(basics.lead, line, 0);
  const wordEnd = matchEnd(grammar.word, line.text, at);
  if (wordEnd < 0) return readInitials(grammar, line);
  const keywordEnd = skip(basics.particles, line.text, skip(grammar.after, line.text, wordEnd));
  const remainder = findReport(basics, line, keywordEnd);
  if (remainder === undefined || isOtherTag(line.text, at, remainder)) return undefined;
  if (!isStatement(basics, line, remainder)) return undefined;
  const content = contentBetween(line, ...trimTags(grammar.tags, line, remainder.at));
  const isSuccess = line.text.startsWith(grammar.success, wordEnd);
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
