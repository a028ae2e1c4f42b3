import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAIN_DAYS } from '../../src/domain/day-rules.js';
import { type LocalDay, localDay } from '../../src/domain/local-day.js';
import { earnedBy, milestoneBonus, nextMilestone } from '../../src/domain/points.js';
import { currentStreak, EMPTY_TALLY, extendTally, tallyOf } from '../../src/domain/streak.js';

function days(...texts: readonly (readonly [number, number, number])[]): LocalDay[] {
  return texts.map(([year, month, day]) => localDay(year, month, day) as LocalDay);
}

function run(length: number, from = 20_000): LocalDay[] {
  return Array.from({ length }, (_, index) => (from + index) as LocalDay);
}

test('an empty history is worth nothing', () => {
  expect(tallyOf([], PLAIN_DAYS)).toEqual(EMPTY_TALLY);
  expect(currentStreak(EMPTY_TALLY, 20_000 as LocalDay)).toBe(0);
  expect(earnedBy([], PLAIN_DAYS)).toBe(0);
});

test('a streak runs on over the ends of months and years, and over 29 February', () => {
  expect(tallyOf(days([2025, 12, 30], [2025, 12, 31], [2026, 1, 1]), PLAIN_DAYS).streak).toBe(3);
  expect(tallyOf(days([2028, 2, 28], [2028, 2, 29], [2028, 3, 1]), PLAIN_DAYS).streak).toBe(3);
  expect(tallyOf(days([2026, 2, 28], [2026, 3, 1]), PLAIN_DAYS).streak).toBe(2);
  expect(tallyOf(days([2028, 2, 28], [2028, 3, 1]), PLAIN_DAYS).streak).toBe(1);
});

test('a streak is held through the day after it, and lost with that day', () => {
  const tally = tallyOf(run(5), PLAIN_DAYS);

  expect([0, 1, 2, 30].map((later) => currentStreak(tally, (20_004 + later) as LocalDay))).toEqual([5, 5, 0, 0]);
});

test('a gap ends the streak, keeps the best and the total', () => {
  expect(tallyOf([...run(5), ...run(2, 20_010)], PLAIN_DAYS)).toEqual({
    firstDay: 20_000,
    lastDay: 20_011,
    coveredTo: 20_011,
    streak: 2,
    best: 5,
    total: 7,
    freezes: 0,
  });
});

test('adding a day to a tally is the tally of the longer history', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -400, max: 40_000 }), { minLength: 1, maxLength: 60 }), (numbers) => {
      const history = numbers.toSorted((a, b) => a - b) as LocalDay[];
      const last = history.at(-1) as LocalDay;

      expect(extendTally(tallyOf(history.slice(0, -1), PLAIN_DAYS), last, PLAIN_DAYS)).toEqual(
        tallyOf(history, PLAIN_DAYS),
      );
    }),
  );
});

test('every rung of the ladder is paid on the day that reaches it, and once a streak', () => {
  const paid = [...Array(120).keys()].filter((length) => milestoneBonus(length) > 0);

  expect(paid).toEqual([3, 7, 14, 21, 30, 60, 100]);
  expect(earnedBy(run(7), PLAIN_DAYS)).toBe(7 * 10 + 5 + 20);
  expect(earnedBy([...run(3), ...run(3, 20_010)], PLAIN_DAYS)).toBe(6 * 10 + 2 * 5);
  expect([nextMilestone(0), nextMilestone(3), nextMilestone(99), nextMilestone(100)]).toEqual([3, 7, 100, undefined]);
});
