/**
 * Reads `Day 3 …`, `D3: …` and the day in words from a heading.
 *
 * Only the number is normalised (full-width digits): the title is kept as it was typed.
 */

import type { CoursePlanWords } from './course-plan-words.js';

export interface DayHeading {
  readonly day: number;
  readonly title: string;
}

const FIGURES = '[0-9\\uFF10-\\uFF19]{1,6}';
const LATIN_DAY = new RegExp(`^D(?:ay)?\\s*(${FIGURES})(?![0-9A-Za-z\\uFF10-\\uFF19])(.*)$`, 'iu');
const SEPARATORS = /^(?:\s|[:：·、]|[-—–]+(?=\s))+/u;

export function readDayHeading(text: string, words: CoursePlanWords): DayHeading | undefined {
  const [, number, rest] = LATIN_DAY.exec(text) ?? localDay(words).exec(text) ?? [];
  if (number === undefined || rest === undefined) return undefined;

  const day = dayNumber(number, words);
  return day === undefined ? undefined : { day, title: rest.replace(SEPARATORS, '').trim() };
}

export function writeDayHeading({ day, title }: DayHeading, words: CoursePlanWords): string {
  return `${words.dayPrefix[0]} ${day} ${words.daySuffix[0]} ${title}`.trimEnd();
}

function localDay(words: CoursePlanWords): RegExp {
  const numerals = `[${Object.keys(words.digits).join('')}${words.ten}${words.hundred}]{1,7}`;
  const prefix = words.dayPrefix.join('|');
  const suffix = words.daySuffix.join('|');
  return new RegExp(`^(?:${prefix})\\s*(${FIGURES}|${numerals})\\s*(?:${suffix})(.*)$`, 'u');
}

function dayNumber(text: string, words: CoursePlanWords): number | undefined {
  const figures = Number(text.normalize('NFKC'));
  return Number.isNaN(figures) ? numeralValue(text, words) : figures;
}

function numeralValue(text: string, words: CoursePlanWords): number | undefined {
  const digit = `[${Object.keys(words.digits).join('')}]`;
  const shape = new RegExp(`^(?:(${digit})${words.hundred}${digit}??)?(?:(${digit}?)${words.ten})?(${digit}?)$`, 'u');
  const match = shape.exec(text);
  if (match === null) return undefined;

  const [, hundreds = '', tens, units = ''] = match;
  const valueOf = (character: string, absent: number) => words.digits[character] ?? absent;
  const ten = tens === undefined ? 0 : valueOf(tens, 1);
  return valueOf(hundreds, 0) * 100 + ten * 10 + valueOf(units, 0);
}
