/**
 * How long a leave is: to a day, from one day to another, or a number of days. A single day is no span.
 *
 * Looked for only in a line that is known to be a leave. A number that cannot be told is none.
 */

import { addDays, type LocalDay } from '../local-day.js';
import { resolveAhead } from './date-expression.js';
import { type DateReader, type FoundDate, findDate, readDate } from './date-reader.js';
import type { LeaveWords } from './intent-words.js';
import { type Numerals, readNumeral } from './numeral.js';
import { anyOf, inClass, matchEnd, skip, sticky } from './pattern.js';
import type { DaySpan } from './understanding.js';

export interface SpanGrammar {
  readonly dates: DateReader;
  readonly numerals: Numerals;
  readonly units: Readonly<Record<string, number>>;
  /** Before a day: the leave lasts until then. */
  readonly until: RegExp;
  /** Between two days. */
  readonly through: RegExp;
  /** After a day: on it one is back. */
  readonly back: RegExp;
  readonly duration: RegExp;
}

export function compileSpan(words: LeaveWords, dates: DateReader, weekdays: readonly string[]): SpanGrammar {
  const { numerals } = dates.words;
  const written = inClass(Object.keys(numerals).join(''));
  const units = anyOf(Object.keys(words.spanUnits));
  const count = String.raw`(?<![\d.${written}]|${words.notBeforeCount})(?:\d{1,2}[\-~])?(?<count>\d{1,2}|[${written}]{1,3})`;
  return {
    dates,
    numerals,
    units: words.spanUnits,
    until: new RegExp(`${anyOf(words.untilWords)} ?$`, 'v'),
    through: sticky(`(?: ?${anyOf(words.periods)})? ?${anyOf(words.through)} ?`),
    back: sticky(` ?${anyOf(words.back)}`),
    duration: new RegExp(`${count} ?(?<unit>${units})(?![${inClass(weekdays.join(''))}])`, 'v'),
  };
}

/** Undefined for a single day. */
export function findSpan(grammar: SpanGrammar, text: string, today: LocalDay): DaySpan | undefined {
  const found = findDate(grammar.dates, text);
  const day = found && resolveAhead(found.expression, today);
  if (found === undefined || day === undefined) return lasting(grammar, text, today);
  if (matchEnd(grammar.back, text, found.end) >= 0)
    return lasting(grammar, text, today) ?? span(today, addDays(day, -1));
  if (grammar.until.test(text.slice(0, found.at))) return span(today, day);
  return throughAnother(grammar, text, { ...found, day, today }) ?? lasting(grammar, text, day);
}

interface FirstDay extends FoundDate {
  readonly day: LocalDay;
  readonly today: LocalDay;
}

function throughAnother(grammar: SpanGrammar, text: string, { end, day, today }: FirstDay): DaySpan | undefined {
  const at = skip(grammar.through, text, end);
  const second = at === end ? undefined : readDate(grammar.dates, text, at);
  if (second === undefined) return undefined;
  // Of days without a month or a week, the next one after the first is meant.
  const isOpen = second.expression.kind === 'weekday' || second.expression.kind === 'day-of-month';
  const last = resolveAhead(second.expression, isOpen ? day : today);
  return last && span(day, last);
}

function lasting({ duration, numerals, units }: SpanGrammar, text: string, from: LocalDay): DaySpan | undefined {
  const { count, unit } = duration.exec(text)?.groups ?? {};
  if (count === undefined || unit === undefined) return undefined;
  return span(from, addDays(from, readNumeral(numerals, count) * (units[unit] ?? 1) - 1));
}

function span(from: LocalDay, to: LocalDay): DaySpan | undefined {
  return to > from ? { from, to } : undefined;
}
