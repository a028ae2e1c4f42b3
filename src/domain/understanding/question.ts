/**
 * Whether a report turns out to be a question: its first clause asks. Titles, quotations and Latin sentences ask
 * nobody, and what is asked later on is conversation.
 */

import { EMOTICON, MARK, SEPARATOR } from './marks.js';
import { anyOf, matchEnd, sticky } from './pattern.js';
import type { QuestionWords } from './vocabulary.js';

export interface Question {
  readonly opener: RegExp;
  readonly ending: RegExp;
}

/** A clause is judged by its ends; more of it is not looked at. */
const MAX_CLAUSE = 600;
const MAX_ENDING = 60;

const QUOTED = /\u300A[^\u300A\u300B]*\u300B|\u201C[^\u201C\u201D]*\u201D|\u300C[^\u300C\u300D]*\u300D|"[^"]*"/g;
const HAS_QUOTED = /["\u201C\u300A\u300C]/;
/** Stands for what was quoted: neither a mark nor a word. */
const PLACEHOLDER = '\uFFFC';
const CLAUSE_END = /[,\u3002!;\n?]/;
const LATIN_RUN = /[a-z0-9 ',.\u2019-]/;
const LATIN_SENTENCE = /[a-z]['\u2019]?[a-z]* +['a-z]|[a-z]['\u2019][a-z]/;
const TRAILING = String.raw`(?:${EMOTICON}|${MARK}|\s)*`;
const QUESTION_MARK = new RegExp(String.raw`\?${TRAILING}$`, 'v');

export function compileQuestion(words: QuestionWords): Question {
  return {
    opener: sticky(`${SEPARATOR}*${anyOf(words.openers)}`),
    ending: new RegExp(`${anyOf(words.endings)}${TRAILING}$`, 'v'),
  };
}

export function asksFirst(question: Question, text: string): boolean {
  const plain = withoutQuotations(text.slice(0, MAX_CLAUSE));
  const cut = plain.search(CLAUSE_END);
  const clause = cut < 0 ? plain : plain.slice(0, cut);
  if (plain[cut] === '?' && !endsInLatinSentence(clause)) return true;
  return matchEnd(question.opener, clause, 0) >= 0 || hasQuestionEnding(question, clause);
}

/** Whether the text as a whole ends by asking. */
export function asksLast(question: Question, text: string): boolean {
  const plain = withoutQuotations(text.slice(-MAX_CLAUSE)).trimEnd();
  const end = plain.slice(-MAX_ENDING);
  const mark = end.search(QUESTION_MARK);
  return (mark >= 0 && !endsInLatinSentence(end.slice(0, mark))) || hasQuestionEnding(question, end);
}

function withoutQuotations(text: string): string {
  return HAS_QUOTED.test(text) ? text.replace(QUOTED, PLACEHOLDER) : text;
}

function hasQuestionEnding({ ending }: Question, clause: string): boolean {
  return ending.test(clause.slice(-MAX_ENDING));
}

function endsInLatinSentence(clause: string): boolean {
  let start = clause.length;
  while (start > 0 && LATIN_RUN.test(clause.charAt(start - 1))) start -= 1;
  return LATIN_SENTENCE.test(clause.slice(start));
}
