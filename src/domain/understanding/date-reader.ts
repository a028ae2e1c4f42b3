/** Reads a day in the ways people write one. An amount, a time or a score is not a day: 20 pages, 6:15, 33/40. */

import type { DateExpression } from './date-expression.js';
import { type Numerals, readNumeral } from './numeral.js';
import { anyOf, inClass, sticky } from './pattern.js';
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
  readonly end: number;
}

const MONTH = '(?:1[0-2]|0?[1-9])';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';

export function compileDates(words: CalendarWords, relative: Numerals): DateReader {
  const source = dateSource(words, relative);
  return {
    pattern: sticky(source),
    anywhere: new RegExp(`(?<![\\d.:\\/a-z\\-])(?:${source})`, 'v'),
    source: source.replace(/\(\?<[a-z]+[0-9]?>/g, '(?:'),
    words,
    relative,
  };
}

/** The words of both lists; only a leave knows all of them. */
export function relativeInLeave({ relative, relativeInLeave: more }: CalendarWords): Numerals {
  return { ...relative, ...more };
}

export function readDate(reader: DateReader, text: string, at: number): FoundDate | undefined {
  reader.pattern.lastIndex = at;
  return found(reader, reader.pattern.exec(text));
}

export function findDate(reader: DateReader, text: string): FoundDate | undefined {
  return found(reader, reader.anywhere.exec(text));
}

function dateSource(words: CalendarWords, relative: Numerals): string {
  const unit = `(?! ?${anyOf(words.longUnits)}|${anyOf(words.units)})`;
  return [
    `(?<![${inClass(words.notBeforeRelative)}])(?<word>${anyOf(Object.keys(relative))})`,
    fullDateSource(words),
    `(?<compact>20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?!\\d)`,
    monthDaySource(words, unit),
    `(?<m2>${MONTH})[\\-.\\/](?<d2>${DAY})(?![\\d:]|[\\-.\\/]\\d)${unit}`,
    `(?<mmdd>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?![\\d:.\\-\\/])${unit}`,
    dayOfMonthSource(words),
    weekdaySource(words),
  ].join('|');
}

function fullDateSource({ year, month, dayMarks }: CalendarWords): string {
  return `(?<year>\\d{4}) ?[\\-.\\/${year}] ?(?<m0>${MONTH}) ?[\\-.\\/${month}] ?(?<d0>${DAY})${anyOf(dayMarks)}?(?![\\d:])`;
}

function numeralSource({ numerals }: CalendarWords): string {
  return `[${Object.keys(numerals).join('')}]{1,3}`;
}

function monthDaySource(words: CalendarWords, unit: string): string {
  const numeral = numeralSource(words);
  return `(?<m1>${MONTH}|${numeral}) ?${words.month} ?(?<d1>${DAY}(?!\\d)|${numeral})(?:${anyOf(words.dayMarks)}|${unit})`;
}

function dayOfMonthSource(words: CalendarWords): string {
  const { ordinal, dayOfMonth, notAfterDayOfMonth } = words;
  return `(?<!${ordinal})(?<dom>${DAY}|${numeralSource(words)})${dayOfMonth}(?!${anyOf(notAfterDayOfMonth)})`;
}

export function weekdaySource(words: CalendarWords): string {
  const { numerals, weeks, weekShifts, weekCounter, weekdays, notAfterWeekday } = words;
  const shift = `(?<shift>${anyOf(Object.keys(weekShifts))})${weekCounter}?`;
  const weekday = `(?<weekday>[${Object.keys(weekdays).join('')}])(?!${anyOf(notAfterWeekday)})`;
  return `(?<![\\d${Object.keys(numerals).join('')}])(?:${shift})?${anyOf(weeks)}${weekday}`;
}

function found(reader: DateReader, match: RegExpExecArray | null): FoundDate | undefined {
  if (match?.groups === undefined) return undefined;
  return { expression: expressionOf(reader, match.groups), end: match.index + match[0].length };
}

type Groups = Readonly<Record<string, string | undefined>>;

function expressionOf(reader: DateReader, groups: Groups): DateExpression {
  const { words, relative } = reader;
  if (groups['word'] !== undefined) return { kind: 'offset', days: relative[groups['word'].replaceAll(' ', '')] ?? 0 };
  if (groups['weekday'] !== undefined) return weekdayOf(words, groups['weekday'], groups['shift']);
  const numeral = (text: string | undefined): number => readNumeral(words.numerals, text ?? '');
  if (groups['dom'] !== undefined) return { kind: 'day-of-month', dayOfMonth: numeral(groups['dom']) };
  const { year, month, dayOfMonth } = splitDigits(groups);
  if (year !== undefined) return { kind: 'date', year: Number(year), month: numeral(month), dayOfMonth: numeral(dayOfMonth) };
  return { kind: 'month-day', month: numeral(month), dayOfMonth: numeral(dayOfMonth) };
}

function weekdayOf(words: CalendarWords, weekday: string, shift: string | undefined): DateExpression {
  const expression = { kind: 'weekday', weekday: words.weekdays[weekday] ?? 1 } as const;
  return shift === undefined ? expression : { ...expression, weeks: words.weekShifts[shift] ?? 0 };
}

interface Digits {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly dayOfMonth?: string | undefined;
}

function splitDigits(groups: Groups): Digits {
  const { compact, mmdd, year } = groups;
  if (compact !== undefined) return { year: compact.slice(0, 4), month: compact.slice(4, 6), dayOfMonth: compact.slice(6) };
  if (mmdd !== undefined) return { month: mmdd.slice(0, 2), dayOfMonth: mmdd.slice(2) };
  if (year !== undefined) return { year, month: groups['m0'], dayOfMonth: groups['d0'] };
  return { month: groups['m1'] ?? groups['m2'], dayOfMonth: groups['d1'] ?? groups['d2'] };
}
