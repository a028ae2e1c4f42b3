/**
 * Calendar days as integers: days since 1 January 1970, so that a streak is a subtraction.
 *
 * A day belongs to a room's zone; `local-time.ts` turns instants into days.
 */

declare const brand: unique symbol;
export type LocalDay = number & { readonly [brand]: 'LocalDay' };

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

const DAY_MS = 86_400_000;

/** Undefined for a date that does not exist, such as 30 February. */
export function localDay(year: number, month: number, dayOfMonth: number): LocalDay | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (year < 100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return undefined;
  return (date.getTime() / DAY_MS) as LocalDay;
}

/** Reads `YYYY-MM-DD` and nothing else. */
export function parseLocalDay(text: string): LocalDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? localDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `YYYY-MM-DD`. */
export function formatLocalDay(day: LocalDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: LocalDay, count: number): LocalDay {
  return (day + count) as LocalDay;
}

export function daysBetween(from: LocalDay, to: LocalDay): number {
  return to - from;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: LocalDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function dateParts(day: LocalDay): DateParts {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}
