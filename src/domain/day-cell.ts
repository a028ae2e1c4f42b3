/** A day as tables hold it. */

import { localDay, type LocalDay } from './local-day.js';

/** Excel counts days from 30 December 1899; a time of day is its fraction. */
const EXCEL_EPOCH = -25_569;
const EXCEL_DAYS = { from: 20_000, until: 80_000 } as const;

/** `2026-03-01`, `2026/3/1`, with the characters for year, month and day, with a time behind it, or Excel's number. */
export function readDayCell(cell: string | number): LocalDay | undefined {
  const number = typeof cell === 'number' ? cell : /^\d{5}(?:\.\d+)?$/u.test(cell) ? Number(cell) : undefined;
  if (number !== undefined) {
    const isDay = number >= EXCEL_DAYS.from && number < EXCEL_DAYS.until;
    return isDay ? ((Math.floor(number) + EXCEL_EPOCH) as LocalDay) : undefined;
  }
  const [, year, month, day] =
    /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})(?:\u65e5|[T ]|$)/u.exec(String(cell).trim().normalize('NFKC')) ??
    [];
  return year === undefined ? undefined : localDay(Number(year), Number(month), Number(day));
}
