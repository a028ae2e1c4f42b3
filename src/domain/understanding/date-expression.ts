/** Days as people name them, and which day is meant: back from today for a make-up, forward for a leave. */

import { addDays, dateParts, daysBetween, type LocalDay, localDay, weekdayOf } from '../local-day.js';

export type DateExpression =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'date'; readonly year: number; readonly month: number; readonly dayOfMonth: number }
  | { readonly kind: 'month-day'; readonly month: number; readonly dayOfMonth: number }
  | { readonly kind: 'day-of-month'; readonly dayOfMonth: number }
  /** `weeks` from this one, Monday to Sunday; absent when only the weekday was said. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly weeks?: number };

/** Ahead for what lies later than today; null for a day that does not exist. */
export function resolveBack(expression: DateExpression, today: LocalDay): LocalDay | 'future' | null {
  const day = resolve(expression, today, -1);
  if (day === undefined) return null;
  return day > today ? 'future' : day;
}

export function resolveAhead(expression: DateExpression, today: LocalDay): LocalDay | undefined {
  return resolve(expression, today, 1);
}

type Direction = 1 | -1;

function resolve(expression: DateExpression, today: LocalDay, direction: Direction): LocalDay | undefined {
  switch (expression.kind) {
    case 'offset':
      return addDays(today, expression.days);
    case 'date':
      return localDay(expression.year, expression.month, expression.dayOfMonth);
    case 'month-day':
      return nearest(expression.month, expression.dayOfMonth, today);
    case 'day-of-month':
      return dayOfSomeMonth(expression.dayOfMonth, today, direction);
    case 'weekday':
      return weekday(expression.weekday, expression.weeks, today, direction);
  }
}

/** Last, this or next year, whichever is closest. */
function nearest(month: number, dayOfMonth: number, today: LocalDay): LocalDay | undefined {
  const { year } = dateParts(today);
  const days = [year - 1, year, year + 1].map((each) => localDay(each, month, dayOfMonth));
  const distance = (day: LocalDay): number => Math.abs(daysBetween(today, day));
  return days.filter((day) => day !== undefined).sort((a, b) => distance(a) - distance(b))[0];
}

/** Skips months without such a day: two in a row always have one. */
function dayOfSomeMonth(dayOfMonth: number, today: LocalDay, direction: Direction): LocalDay | undefined {
  const { year, month } = dateParts(today);
  for (let step = 0; step <= 2; step += 1) {
    const months = year * 12 + (month - 1) + step * direction;
    const day = localDay(Math.floor(months / 12), (months % 12) + 1, dayOfMonth);
    if (day !== undefined && (day - today) * direction >= 0) return day;
  }
  return undefined;
}

/** A bare weekday is never today when one looks back, and may be when one looks ahead. */
function weekday(wanted: number, weeks: number | undefined, today: LocalDay, direction: Direction): LocalDay {
  const gap = wanted - weekdayOf(today);
  if (weeks !== undefined) return addDays(today, gap + weeks * 7);
  if (direction === 1) return addDays(today, gap < 0 ? gap + 7 : gap);
  return addDays(today, gap < 0 ? gap : gap - 7);
}
