import { expect, test } from 'vitest';
import { PLAIN_DAYS } from '../../src/domain/day-rules.js';
import { addDays, type LocalDay, localDay, weekdayOf } from '../../src/domain/local-day.js';
import { runCalendar } from '../../src/domain/run-calendar.js';

/** A Wednesday. */
const TODAY = localDay(2026, 3, 18) as LocalDay;

function daysBack(...backs: readonly number[]): LocalDay[] {
  return backs.map((back) => addDays(TODAY, -back));
}

test('the weeks begin on Monday and end with the one of today, of which the rest is still to come', () => {
  const { firstDay, weeks } = runCalendar([], PLAIN_DAYS, { today: TODAY, weekCount: 26 });

  expect(weekdayOf(firstDay)).toBe(1);
  expect(weeks).toHaveLength(26);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks.at(-1)).toEqual(['missed', 'missed', 'missed', 'future', 'future', 'future', 'future']);
});

test('a day is as deep as the streak had grown, what came before the first week included', () => {
  const days = Array.from({ length: 29 }, (_, index) => addDays(TODAY, index - 28));

  const { weeks, count } = runCalendar(days, PLAIN_DAYS, { today: TODAY, weekCount: 2 });

  expect(weeks[0]).toEqual([3, 4, 4, 4, 4, 4, 4]);
  expect(count).toBe(10);
});

test('after a missed day it begins anew', () => {
  const { weeks } = runCalendar(daysBack(9, 8, 7, 5), PLAIN_DAYS, { today: TODAY, weekCount: 2 });

  expect(weeks[0]).toEqual([1, 1, 2, 'missed', 1, 'missed', 'missed']);
});

test('a day that asks for nothing is told from a missed one, and the streak goes over it', () => {
  const excused = addDays(TODAY, -6);
  const rules = { ...PLAIN_DAYS, isExcused: (day: LocalDay) => day === excused };

  const { weeks } = runCalendar(daysBack(8, 7, 5), rules, { today: TODAY, weekCount: 2 });

  expect(weeks[0]).toEqual(['missed', 1, 1, 'excused', 2, 'missed', 'missed']);
});

test('a day without check-in today is still open and shown as such', () => {
  const { weeks } = runCalendar(daysBack(1), PLAIN_DAYS, { today: TODAY, weekCount: 1 });

  expect(weeks[0]?.slice(0, 3)).toEqual(['missed', 1, 'missed']);
});
