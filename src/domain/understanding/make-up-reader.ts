/**
 * Reads a make-up: its keyword with a day behind or before it, or a verb with a day for its object. Asking for one and
 * telling of one are talk.
 */

import type { Basics } from './basics.js';
import { resolveBack } from './date-expression.js';
import { type FoundDate, readDate } from './date-reader.js';
import type { MakeUpWords } from './intent-words.js';
import { skipPoliteLead } from './lead.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { anyOf, inClass, matchEnd, skip, sticky } from './pattern.js';
import { asksLast } from './question.js';
import { contentBetween, findRemainder, findReport, isStatement, type Remainder } from './remainder.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

const OPENERS = sticky(String.raw`[\(\[\{\u3010\u300C]*`);

export interface MakeUpGrammar {
  readonly basics: Basics;
  readonly key: RegExp;
  readonly notBefore: RegExp;
  readonly verb: RegExp;
  /** More days, of which the first wins. */
  readonly joined: RegExp;
  readonly object: RegExp;
  /** An activity is an object and content at once. */
  readonly activity: RegExp;
  readonly of: RegExp;
  readonly passive: RegExp;
}

export function compileMakeUp({ makeUp, lead, calendar }: Vocabulary, basics: Basics): MakeUpGrammar {
  const activity = `(?!${anyOf(makeUp.objects)})${anyOf(lead.activities)}`;
  const amount = String.raw`\d|[${inClass(Object.keys(calendar.numerals).join(''))}]`;
  return {
    basics,
    key: sticky(`${anyOf(makeUp.keys)}${anyOf(makeUp.particles)}?`),
    notBefore: sticky(anyOf(makeUp.notBefore)),
    verb: sticky(`${verbSource(makeUp, calendar.weeks)} ?`),
    joined: sticky(`(?: ?${anyOf(makeUp.joiners)} ?${basics.dates.source})+`),
    object: sticky(objectSource(makeUp)),
    activity: sticky(
      String.raw`${activity}(?=$|\s|${MARK}|${amount}|${anyOf([...lead.activities, ...makeUp.afterObject])})`,
    ),
    of: sticky(` ?${makeUp.of} ?`),
    passive: sticky(passiveSource(makeUp)),
  };
}

/** Last Friday keeps its first character, whatever the verb before it might take. */
function verbSource({ verbs, ambiguousVerbs }: MakeUpWords, weeks: readonly string[]): string {
  return `(?:${anyOf(ambiguousVerbs)}(?!${anyOf(weeks)})|${anyOf(verbs)})`;
}

function objectSource({ of, objects, endings }: MakeUpWords): string {
  return String.raw`(?: ?${of})?(?:${anyOf(objects)}(?=$|\s|${MARK}|${anyOf(endings)}))?(?:${anyOf(endings)}(?=$|\s|${MARK}))?`;
}

function passiveSource({ of, passiveObjects, passiveVerbs, endings }: MakeUpWords): string {
  return String.raw` ?${of} ?${anyOf(passiveObjects)} ?${anyOf(passiveVerbs)}${anyOf(endings)}?(?=$|\s|${MARK})`;
}

export function readMakeUp(grammar: MakeUpGrammar, line: Line): Understanding | undefined {
  const at = skipPoliteLead(grammar.basics.lead, line, 0);
  const keyEnd = matchEnd(grammar.key, line.text, at);
  if (keyEnd >= 0) return readAfterKey(grammar, line, keyEnd);
  const verbEnd = matchEnd(grammar.verb, line.text, at);
  return verbEnd >= 0 ? readDatedObject(grammar, line, verbEnd) : readAfterDate(grammar, line, at);
}

function readAfterKey(grammar: MakeUpGrammar, line: Line, keyEnd: number): Understanding | undefined {
  const remainder = findRemainder(grammar.basics, line, keyEnd);
  const date = remainder && readDate(grammar.basics.dates, line.text, skip(OPENERS, line.text, remainder.at));
  if (remainder === undefined || date === undefined)
    return accept(grammar, line, findReport(grammar.basics, line, keyEnd));
  const { isSeparate } = remainder;
  const dateEnd = skip(grammar.joined, line.text, date.end);
  const isActivity = matchEnd(grammar.activity, line.text, skip(grammar.of, line.text, dateEnd)) >= 0;
  const after = findRemainder(grammar.basics, line, skip(grammar.object, line.text, dateEnd));
  return accept(
    grammar,
    line,
    after && { at: after.at, isSeparate: isSeparate || isActivity || after.isSeparate },
    date,
  );
}

function readAfterDate(grammar: MakeUpGrammar, line: Line, at: number): Understanding | undefined {
  const { basics } = grammar;
  const date = readDate(basics.dates, line.text, at);
  if (date === undefined) return undefined;
  const passiveEnd = matchEnd(grammar.passive, line.text, date.end);
  if (passiveEnd >= 0) return accept(grammar, line, findRemainder(basics, line, passiveEnd), date);
  if (matchEnd(grammar.notBefore, line.text, at) >= 0) return undefined;
  const keyEnd = matchEnd(grammar.key, line.text, skip(basics.separators, line.text, date.end));
  return keyEnd < 0 ? undefined : accept(grammar, line, findRemainder(basics, line, keyEnd), date);
}

function readDatedObject(grammar: MakeUpGrammar, line: Line, verbEnd: number): Understanding | undefined {
  const { basics } = grammar;
  const date = readDate(basics.dates, line.text, verbEnd);
  if (date === undefined) return undefined;
  const dateEnd = skip(grammar.joined, line.text, date.end);
  const ofEnd = skip(grammar.of, line.text, dateEnd);
  if (matchEnd(grammar.activity, line.text, ofEnd) >= 0) {
    return accept(grammar, line, { at: ofEnd, isSeparate: true }, date);
  }
  const remainder = findRemainder(basics, line, skip(grammar.object, line.text, dateEnd));
  const isOver = remainder?.isSeparate === true || remainder?.at === line.text.length;
  return isOver ? accept(grammar, line, remainder, date) : undefined;
}

function accept(
  { basics }: MakeUpGrammar,
  line: Line,
  remainder: Remainder | undefined,
  date?: FoundDate,
): Understanding | undefined {
  if (remainder === undefined || !isStatement(basics, line, remainder)) return undefined;
  if (asksLast(basics.question, line.text)) return undefined;
  const day = date === undefined ? null : resolveBack(date.expression, line.today);
  return { intent: 'make-up', day, content: contentBetween(line, remainder.at, line.text.length) };
}
