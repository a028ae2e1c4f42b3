/**
 * Reads a leave. Its day is the first one named anywhere in the line and lies ahead where that is open; a leave
 * without a day begins today.
 */

import type { Basics } from './basics.js';
import { resolveAhead } from './date-expression.js';
import { compileDates, type DateReader, findDate } from './date-reader.js';
import type { LeaveWords } from './intent-words.js';
import { skipNumberedLead } from './lead.js';
import { compileSpan, findSpan, type SpanGrammar } from './leave-span.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { asksFirst, asksLast } from './question.js';
import { findRemainder, type Remainder } from './remainder.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

export interface LeaveGrammar {
  readonly basics: Basics;
  readonly dates: DateReader;
  readonly opening: RegExp;
  /** Without a day and without saying who. */
  readonly plainOpening: RegExp;
  readonly particles: RegExp;
  readonly glued: RegExp;
  readonly talk: RegExp;
  readonly span: SpanGrammar;
}

export function compileLeave({ leave, lead, calendar }: Vocabulary, basics: Basics): LeaveGrammar {
  const dates = compileDates(calendar, { ...calendar.relative, ...calendar.relativeInLeave });
  const span = spanSource(leave, dates.source);
  const before = `(?:${anyOf(lead.polite)}|${leave.self}|${span})`;
  return {
    basics,
    dates,
    opening: sticky(`(?:${before}[ ,]*){0,5}${anyOf(leave.keys)}`),
    plainOpening: sticky(`(?:${anyOf(lead.polite)} *)*${anyOf(leave.keys)}`),
    particles: sticky(String.raw`${anyOf(leave.particles)}{1,2}(?=$|\s|${MARK})`),
    glued: sticky(gluedSource(leave, span)),
    talk: sticky(anyOf(leave.talk)),
    span: compileSpan(leave, dates, Object.keys(calendar.weekdays)),
  };
}

/** From a day, to a day, or some part of one. */
function spanSource({ from, until, periods, starts }: LeaveWords, date: string): string {
  return `(?:${from} ?)?${date}(?: ?${anyOf(until)} ?${date})?(?: ?${anyOf(periods)})?${anyOf(starts)}?`;
}

function gluedSource({ until, reasons, durationCounts, durationUnits }: LeaveWords, span: string): string {
  const duration = String.raw`(?:\d{1,3}(?:\.5|[\-~]\d{1,3})?|${anyOf(durationCounts)}) ?${anyOf(durationUnits)}`;
  const when = `(?:${anyOf(until)}?${span}|${duration})`;
  return String.raw`${when}{1,2}(?=$|\s|${MARK}|${anyOf(reasons)})|${anyOf(reasons)}`;
}

export function readLeave(grammar: LeaveGrammar, line: Line): Understanding | undefined {
  const { basics, dates, particles } = grammar;
  const at = skipNumberedLead(basics.lead, line, 0);
  const keyEnd = matchEnd(grammar.opening, line.text, at);
  if (keyEnd < 0) return undefined;
  const particlesEnd = skip(particles, line.text, keyEnd);
  const remainder = findRemainder(basics, line, particlesEnd);
  const isPlain = matchEnd(grammar.plainOpening, line.text, at) >= 0;
  if (remainder === undefined || !isLeave(grammar, line.text, remainder, isPlain)) return undefined;
  const date = findDate(dates, line.text);
  const day = (date && resolveAhead(date.expression, line.today)) ?? line.today;
  const isTale = day < line.today && particlesEnd > keyEnd;
  if (isTale) return undefined;
  const named = findSpan(grammar.span, line.text, line.today);
  return { intent: 'leave', day, ...(named && { span: named }) };
}

function isLeave(grammar: LeaveGrammar, text: string, { at, isSeparate }: Remainder, isPlain: boolean): boolean {
  const { question, boundary } = grammar.basics;
  if (at >= text.length) return true;
  const isSetApart = isSeparate || matchEnd(boundary, text, at) >= 0;
  if (!isSetApart && !continuesLeave(grammar, text, at, isPlain)) return false;
  return !asksFirst(question, text.slice(at)) && !asksLast(question, text);
}

/** A day before the word makes a statement of nearly anything behind it. */
function continuesLeave({ glued, talk }: LeaveGrammar, text: string, at: number, isPlain: boolean): boolean {
  return matchEnd(glued, text, at) >= 0 || (!isPlain && matchEnd(talk, text, at) < 0);
}
