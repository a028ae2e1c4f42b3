/**
 * Whether words written right after a keyword open like a report of what was done. All else that is glued to a
 * keyword is talk about it.
 */

import { KEYCAP, MARK } from './marks.js';
import { anyOf, inClass, sticky } from './pattern.js';
import type { ReportWords, Vocabulary } from './vocabulary.js';

export interface Report {
  readonly title: RegExp;
  readonly opening: RegExp;
  readonly talk: RegExp;
}

const TITLE = String.raw`[\u300A\u3008\u201C\u2018\u300C\u300E"]`;
const CLAUSE = /[^,\u3002!;\n?]*/y;

export function compileReport({ report, calendar }: Vocabulary): Report {
  const written = `[${inClass(Object.keys(calendar.numerals).join(''))}]`;
  return {
    title: sticky(TITLE),
    opening: sticky(
      [
        latinSource(report),
        figureSource(report, written),
        timeSource(report),
        verbSource(report),
        activitySource(report, written),
      ].join('|'),
    ),
    talk: new RegExp(`${anyOf(report.talk)}|${anyOf(report.attributes)}`, 'v'),
  };
}

/** A title or quotation, or an opening without talk in the rest of its clause. */
export function opensReport(report: Report, text: string, at: number): boolean {
  report.title.lastIndex = at;
  if (report.title.test(text)) return true;
  report.opening.lastIndex = at;
  return report.opening.test(text) && !report.talk.test(clauseAt(text, at));
}

function clauseAt(text: string, at: number): string {
  CLAUSE.lastIndex = at;
  const clause = CLAUSE.exec(text)?.[0] ?? '';
  return clause.replace(/\u300A[^\u300A\u300B]*\u300B/g, '');
}

function latinSource({ notLatin }: ReportWords): string {
  return `(?!${anyOf(notLatin)}(?![a-z]))[a-z]`;
}

/** Figures, unless they count days or people; written numbers only with a unit of doing. */
function figureSource({ tallies, amounts }: ReportWords, written: string): string {
  const digits = String.raw`(?:${KEYCAP}|\d[\d.:\/]*(?![\d.:\/]| ?${anyOf(tallies)}))`;
  return `${digits}|${written}{1,6}${anyOf(amounts)}`;
}

function timeSource({ times }: ReportWords): string {
  return anyOf(times);
}

function verbSource({ verbs, notVerbs, activities, departures }: ReportWords): string {
  const departure = String.raw`${anyOf(departures)}(?=$|${MARK}|\s)`;
  return String.raw`(?!${anyOf(notVerbs)}|${anyOf(activities)}|${departure}|(\p{Script=Han})\1)${anyOf(verbs)}`;
}

function activitySource({ activities, afterActivity }: ReportWords, written: string): string {
  return String.raw`${anyOf(activities)}(?=$|${MARK}|\s|[\da-z]|${written}|${anyOf(afterActivity)})`;
}
