/** The kinds of cards and how long each lasts: in calendar months where people count months. */

import { addDays, dateParts, localDay, type LocalDay } from './local-day.js';

export const CARD_KINDS = ['day', 'week', 'month', 'quarter', 'year', 'lifetime'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

interface Length {
  readonly months: number;
  readonly days: number;
}

/** A card for life has no length of its own. */
export const CARD_LENGTHS: Readonly<Record<CardKind, Length>> = {
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  quarter: { months: 3, days: 0 },
  year: { months: 12, days: 0 },
  lifetime: { months: 0, days: 0 },
};

/** Which of two kinds is the longer: below zero where the first is the shorter. */
export function compareKinds(one: CardKind, other: CardKind): number {
  return CARD_KINDS.indexOf(one) - CARD_KINDS.indexOf(other);
}

/**
 * The last of so many whole months from `from` on: the day before the same day of that month, or that month's last day
 * where it is too short to have one. So from 31 January a month lasts through 28 February, and two through 30 March.
 */
export function lastDayAfterMonths(from: LocalDay, months: number): LocalDay {
  if (months === 0) return addDays(from, -1);
  const { year, month, dayOfMonth } = dateParts(from);
  const index = year * 12 + (month - 1) + months;
  const same = localDay(Math.floor(index / 12), (index % 12) + 1, dayOfMonth);
  return same === undefined ? lastDayOfMonth(Math.floor(index / 12), (index % 12) + 1) : addDays(same, -1);
}

function lastDayOfMonth(year: number, month: number): LocalDay {
  const next = month === 12 ? localDay(year + 1, 1, 1) : localDay(year, month + 1, 1);
  return addDays(next as LocalDay, -1);
}
