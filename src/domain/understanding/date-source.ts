/** The ways of writing a day, as pieces of patterns. Their groups are read by `date-reader.ts`. */

import type { Numerals } from './numeral.js';
import { anyOf, inClass } from './pattern.js';
import type { CalendarWords } from './vocabulary.js';

const MONTH = String.raw`(?:1[0-2]|0?[1-9])`;
const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const COMPACT = String.raw`(?<compact>20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)`;
const MMDD = String.raw`(?<mmdd>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\d:.\-\/])`;
const LATIN_UNIT = '(?:%|(?:km|kg|ml|min|[khmw])(?![a-z]))';
const SHORT = String.raw`(?<m2>${MONTH})[\-.\/](?<d2>${DAY})(?![\d:]|[.\/]\d)`;

/** Every way in which a day may be given. */
export function dateSource(words: CalendarWords, relative: Numerals): string {
  return [
    `(?<![${inClass(words.notBeforeRelative)}])(?<word>${anyOf(Object.keys(relative))})`,
    ...figureSources(words),
    MMDD + notAnAmount(words),
    dayOfMonthSource(words),
    `(?:${shiftSource(words)})?${weekdaySource(words)}`,
  ].join('|');
}

/** How a check-in is labelled with its day: in figures, or by a bare weekday. */
export function dateLabelSource(words: CalendarWords): string {
  return withoutGroups([...figureSources(words), weekdaySource(words)].join('|'));
}

/** Day 12, D12, Day 3/21, and the same with an ordinal. */
export function dayTokenSource({ dayTokens, ordinal, day, numerals }: CalendarWords): string {
  const written = `[${Object.keys(numerals).join('')}]{1,6}`;
  const latin = String.raw`${anyOf(dayTokens)}[ .\-]?(?:\d{1,4}(?:\/\d{1,4})?|${written})(?![\da-z])`;
  return String.raw`${latin}|${ordinal} ?(?:\d{1,4}|${written}) ?${day}`;
}

export function withoutGroups(source: string): string {
  return source.replace(/\(\?<[a-z]+[0-9]?>/g, '(?:');
}

function figureSources(words: CalendarWords): readonly string[] {
  return [fullSource(words), COMPACT, monthDaySource(words), SHORT + notAnAmount(words)];
}

function notAnAmount({ units, longUnits }: CalendarWords): string {
  return `(?! ?${LATIN_UNIT}| ?${anyOf(longUnits)}|${anyOf(units)})`;
}

function fullSource({ year, month, dayMarks }: CalendarWords): string {
  const first = String.raw`(?<year>20\d{2}) ?[\-.\/${year}] ?(?<m0>${MONTH})`;
  return String.raw`${first} ?[\-.\/${month}] ?(?<d0>${DAY})${anyOf(dayMarks)}?(?![\d:])`;
}

function monthDaySource(words: CalendarWords): string {
  const written = writtenSource(words);
  const day = String.raw`(?<d1>${DAY}(?!\d)|${written})(?:${anyOf(words.dayMarks)}|${notAnAmount(words)})`;
  return `(?<m1>${MONTH}|${written}) ?${words.month} ?${day}`;
}

function dayOfMonthSource(words: CalendarWords): string {
  const { ordinal, dayOfMonth, notAfterDayOfMonth } = words;
  return `(?<!${ordinal})(?<dom>${DAY}|${writtenSource(words)})${dayOfMonth}(?!${anyOf(notAfterDayOfMonth)})`;
}

function shiftSource({ weekShifts, weekCounter }: CalendarWords): string {
  return `(?<shift>${anyOf(Object.keys(weekShifts))})${weekCounter}?`;
}

/** A number before it makes it a week and something that happens in it: once a week. */
function weekdaySource({ numerals, weeks, weekdays, notAfterWeekday }: CalendarWords): string {
  const weekday = `(?<weekday>[${Object.keys(weekdays).join('')}])(?!${anyOf(notAfterWeekday)})`;
  return String.raw`(?<![\d${Object.keys(numerals).join('')}])${anyOf(weeks)}${weekday}`;
}

function writtenSource({ numerals }: CalendarWords): string {
  return `[${Object.keys(numerals).join('')}]{1,3}`;
}
