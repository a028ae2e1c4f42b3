/** The patterns that the readers of single intents share, compiled from the vocabulary once. */

import { compileDates, type DateReader } from './date-reader.js';
import { compileLead, type Lead } from './lead.js';
import { CLOSER, emoticonBut, MARK, PARTING_CLOSER, SEPARATOR } from './marks.js';
import { anyOf, sticky } from './pattern.js';
import { compileQuestion, type Question } from './question.js';
import { compileReport, type Report } from './report.js';
import type { Vocabulary } from './vocabulary.js';

export interface Basics {
  readonly lead: Lead;
  readonly question: Question;
  readonly report: Report;
  readonly dates: DateReader;
  readonly month: string;
  readonly separators: RegExp;
  readonly closers: RegExp;
  readonly partingCloser: RegExp;
  /** The end, white space or a mark. */
  readonly boundary: RegExp;
  readonly particles: RegExp;
}

export function compileBasics(vocabulary: Vocabulary): Basics {
  const { lead, calendar } = vocabulary;
  return {
    lead: compileLead(lead, calendar),
    question: compileQuestion(vocabulary.question),
    report: compileReport(vocabulary),
    dates: compileDates(calendar, calendar.relative),
    month: calendar.month,
    separators: sticky(`(?:${emoticonBut(anyOf(lead.bracketed))}|${SEPARATOR})+`),
    closers: sticky(`${CLOSER}+`),
    partingCloser: new RegExp(PARTING_CLOSER, 'v'),
    boundary: sticky(String.raw`$|\s|${MARK}`),
    particles: sticky(`${anyOf(vocabulary.checkIn.particles)}{1,3}`),
  };
}
