/** Days as people in Shanghai count them, since 1970; plain Date in UTC, since no clock there ever changes. Shares nothing with the bot. */

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

export function dayAt(instant: number): number {
  return Math.floor((instant + SHANGHAI_MS) / DAY_MS);
}

/** Minutes since local midnight. */
export function minuteAt(instant: number): number {
  return Math.floor(((instant + SHANGHAI_MS) % DAY_MS) / 60_000);
}

/** `minute`: since local midnight. */
export function instantAt(day: number, minute: number): number {
  return day * DAY_MS - SHANGHAI_MS + minute * 60_000;
}

/** As people write a day: `2026-3-2`. */
export function dateOf(day: number): string {
  const date = new Date(day * DAY_MS);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
}

/** What a card says it is good until: `3月2日`. */
export function shortDateOf(day: number): string {
  const date = new Date(day * DAY_MS);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/** The last of so many months: the day before the same date, or the end of a month that has no such date. */
export function lastOfMonths(from: number, months: number): number {
  if (months === 0) return from - 1;
  const start = new Date(from * DAY_MS);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const endOfMonth = Date.UTC(year, month + 1, 0) / DAY_MS;
  const same = Date.UTC(year, month, start.getUTCDate()) / DAY_MS;
  return same > endOfMonth ? endOfMonth : same - 1;
}
