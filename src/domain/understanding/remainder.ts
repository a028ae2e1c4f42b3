/**
 * What follows a keyword. After a separator everything is content; what is glued on must open like a report; a label
 * of the day next to the keyword belongs to neither.
 */

import type { Basics } from './basics.js';
import { type DateExpression, resolveAhead } from './date-expression.js';
import { readDate } from './date-reader.js';
import { mentionsOther, skipMention } from './lead.js';
import { type Line, typedText } from './line.js';
import { matchEnd, skip } from './pattern.js';
import { asksFirst } from './question.js';
import { opensReport } from './report.js';

export interface Remainder {
  readonly at: number;
  /** Something stands between the keyword and this. */
  readonly isSeparate: boolean;
}

/** A date in bare figures is a label only when it is about today; otherwise it may be a score. */
const LABEL_REACH_DAYS = 3;

/** Undefined when the keyword calls somebody else, or is put in question. */
export function findRemainder(basics: Basics, line: Line, keywordEnd: number): Remainder | undefined {
  const closed = skip(basics.closers, line.text, keywordEnd);
  const separated = skip(basics.separators, line.text, closed);
  const mentioned = skipMention(line, separated);
  const at = mentioned === separated ? separated : skip(basics.separators, line.text, mentioned);
  if (line.text[at] === '?' || mentionsOther(line, at)) return undefined;
  const isParted = closed > keywordEnd && basics.partingCloser.test(line.text.slice(keywordEnd, closed));
  return { at, isSeparate: isParted || at > closed };
}

/** The same behind the labels of the day. */
export function findReport(basics: Basics, line: Line, keywordEnd: number): Remainder | undefined {
  let remainder = findRemainder(basics, line, keywordEnd);
  while (remainder !== undefined) {
    const unlabelled = skipLabel(basics, line, remainder.at);
    if (unlabelled === remainder.at) return remainder;
    const next = findRemainder(basics, line, unlabelled);
    remainder = next && { at: next.at, isSeparate: true };
  }
  return undefined;
}

/** Whether the remainder can be content at all: empty, set apart, or a report; and no question. */
export function isStatement(basics: Basics, { text }: Line, { at, isSeparate }: Remainder): boolean {
  if (at >= text.length) return true;
  const isSetApart = isSeparate || matchEnd(basics.boundary, text, at) >= 0;
  if (!isSetApart && !opensReport(basics.report, text, at)) return false;
  return !asksFirst(basics.question, text.slice(at));
}

/** Content without a letter or digit is none. */
export function contentBetween(line: Line, from: number, to: number): string {
  return /[\p{L}\p{N}]/u.test(line.text.slice(from, to)) ? typedText(line, from, to) : '';
}

function skipLabel(basics: Basics, line: Line, at: number): number {
  const { text } = line;
  const token = matchEnd(basics.lead.dayToken, text, at);
  if (token >= 0) return labelEnd(basics, text, token) ?? at;
  const found = matchEnd(basics.lead.dateLabel, text, at) < 0 ? undefined : readDate(basics.dates, text, at);
  if (found === undefined || !isLabel(found.expression, line, text.slice(at, found.end).includes(basics.month)))
    return at;
  return labelEnd(basics, text, found.end) ?? at;
}

function isLabel(expression: DateExpression, { today }: Line, isExplicit: boolean): boolean {
  if (expression.kind === 'date') return true;
  if (expression.kind !== 'month-day') return false;
  const day = resolveAhead(expression, today);
  return isExplicit || (day !== undefined && Math.abs(day - today) <= LABEL_REACH_DAYS);
}

/** A label ends where a mark, a report or an activity begins; day 3 of something else is content. */
function labelEnd({ boundary, lead, particles, report }: Basics, text: string, at: number): number | undefined {
  const behindParticles = skip(particles, text, at);
  if (matchEnd(boundary, text, behindParticles) >= 0 || text[behindParticles] === '?') return behindParticles;
  return opensReport(report, text, at) || matchEnd(lead.activity, text, at) >= 0 ? at : undefined;
}
