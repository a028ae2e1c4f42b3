import { expect, test } from 'vitest';
import {
  addDays,
  dateParts,
  formatLocalDay,
  type LocalDay,
  localDay,
  parseLocalDay,
  weekdayOf,
} from '../../src/domain/local-day.js';

test('a date that does not exist is none', () => {
  for (const text of ['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2100-02-29'])
    expect(parseLocalDay(text), text).toBeUndefined();
  for (const text of ['2028-02-29', '2000-02-29', '2026-12-31']) expect(parseLocalDay(text), text).toBeDefined();
});

test('only the one form of a date is read', () => {
  for (const text of ['2026-3-2', '02-03-2026', '2026/03/02', ' 2026-03-02', '2026-03-02T00:00', '２０２６-03-02', ''])
    expect(parseLocalDay(text), text).toBeUndefined();
});

test('every day of forty years is written and read back, and follows the one before', () => {
  let day = localDay(2000, 1, 1) as LocalDay;
  for (let index = 0; index < 14_610; index++, day = addDays(day, 1)) {
    const { year, month, dayOfMonth } = dateParts(day);

    expect(parseLocalDay(formatLocalDay(day))).toBe(day);
    expect(localDay(year, month, dayOfMonth)).toBe(day);
    expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
  }
});

test('the second of March 2026 is a Monday, and days before 1970 have weekdays too', () => {
  expect(weekdayOf(parseLocalDay('2026-03-02') as LocalDay)).toBe(1);
  expect(weekdayOf(parseLocalDay('1969-12-28') as LocalDay)).toBe(7);
});
