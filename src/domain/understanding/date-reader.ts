/** Reads a day in the ways people write one. An amount, a time or a score is not a day: 20 pages, 6:15, 33/40. */

import type { DateExpression } from './date-expression.js';
import { dateSource, withoutGroups } from './date-source.js';
import { type Numerals, readNumeral } from './numeral.js';
import { sticky } from './pattern.js';
import type { CalendarWords } from './vocabulary.js';

export interface DateReader {
  readonly pattern: RegExp;
  /** The same, anywhere in a line. */
  readonly anywhere: RegExp;
  /** For use in larger patterns: without groups. */
  readonly source: string;
  readonly words: CalendarWords;
  readonly relative: Numerals;
}

export interface FoundDate {
  readonly expression: DateExpression;
  readonly at: number;
  readonly end: number;
}

export function compileDates(words: CalendarWords, relative: Numerals): DateReader {
  const source = dateSource(words, relative);
  return {
    pattern: sticky(source),
    anywhere: new RegExp(String.raw`(?:(?!\d)|(?<![\da-z]|\d[.:\/\-]))(?:${source})`, 'v'),
    source: `(?:${withoutGroups(source)})`,
    words,
    relative,
  };
}

export function readDate(reader: DateReader, text: string, at: number): FoundDate | undefined {
  reader.pattern.lastIndex = at;
  return found(reader, reader.pattern.exec(text));
}

export function findDate(reader: DateReader, text: string): FoundDate | undefined {
  return found(reader, reader.anywhere.exec(text));
}

function found(reader: DateReader, match: RegExpExecArray | null): FoundDate | undefined {
  if (match?.groups === undefined) return undefined;
  return { expression: expressionOf(reader, match.groups), at: match.index, end: match.index + match[0].length };
}

type Groups = Readonly<Record<string, string | undefined>>;

function expressionOf({ words, relative }: DateReader, groups: Groups): DateExpression {
  const { word, weekday, shift, dom } = groups;
  if (word !== undefined) return { kind: 'offset', days: relative[word.replaceAll(' ', '')] ?? 0 };
  if (weekday !== undefined) return weekdayExpression(words, weekday, shift);
  if (dom !== undefined) return { kind: 'day-of-month', dayOfMonth: readNumeral(words.numerals, dom) };
  return dateExpression(words.numerals, digitsOf(groups));
}

function weekdayExpression(words: CalendarWords, name: string, shift: string | undefined): DateExpression {
  const expression = { kind: 'weekday', weekday: words.weekdays[name] ?? 1 } as const;
  return shift === undefined ? expression : { ...expression, weeks: words.weekShifts[shift] ?? 0 };
}

type Digits = readonly [year: string | undefined, month: string | undefined, dayOfMonth: string | undefined];

function dateExpression(numerals: Numerals, [year, month, day]: Digits): DateExpression {
  const parts = { month: readNumeral(numerals, month ?? ''), dayOfMonth: readNumeral(numerals, day ?? '') };
  return year === undefined ? { kind: 'month-day', ...parts } : { kind: 'date', year: Number(year), ...parts };
}

function digitsOf({ compact, mmdd, year, m0, d0, m1, d1, m2, d2 }: Groups): Digits {
  if (compact !== undefined) return [compact.slice(0, 4), compact.slice(4, 6), compact.slice(6)];
  if (mmdd !== undefined) return [undefined, mmdd.slice(0, 2), mmdd.slice(2)];
  if (year !== undefined) return [year, m0, d0];
  return [undefined, m1 ?? m2, d1 ?? d2];
}
