import { expect, test } from 'vitest';
import { daysToBring, joinDays, withBrought } from '../../src/domain/brought-days.js';
import { dayRulesOf, PLAIN_DAYS } from '../../src/domain/day-rules.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { CHECK_IN_POINTS, earnedBy } from '../../src/domain/points.js';
import { tallyOf } from '../../src/domain/streak.js';
import { randomOf, testSeed } from '../support/faults/scale.js';

const FIRST = 20_500;

function days(from: number, count: number, of: (index: number) => boolean): LocalDay[] {
  return Array.from({ length: count }, (_, index) => index)
    .filter(of)
    .map((index) => (from + index) as LocalDay);
}

test('a record that is brought amounts to the same figures in the new room, whatever carried the streak', () => {
  const seed = testSeed();
  const random = randomOf(seed);
  for (let round = 0; round < 500; round++) {
    const length = 1 + Math.floor(random() * 40);
    const own = days(FIRST, length, () => random() < 0.7);
    const leave = days(FIRST, length, () => random() < 0.1);
    const protectedDays = days(FIRST, length, () => random() < 0.1);
    const freezeRules = [
      { fromDay: FIRST as LocalDay, every: 3 },
      { fromDay: (FIRST + 20) as LocalDay, every: random() < 0.5 ? 0 : 5 },
    ];
    const today = (FIRST + length) as LocalDay;
    const closedThrough = (today - 1) as LocalDay;
    const there = dayRulesOf({ leave, protectedDays, freezeRules, pointsDays: [], closedThrough });
    const here = { ...PLAIN_DAYS, closedThrough };

    const brought = daysToBring(own, there, today);
    const rules = withBrought(here, brought, []);

    expect(tallyOf(joinDays([], brought), rules), `seed ${seed}, round ${round}`).toEqual(tallyOf(own, there));
    expect(earnedBy(joinDays([], brought), rules, new Set(own)), `seed ${seed}, round ${round}`).toBe(0);
  }
});

test('days that were brought pay nothing, and a bonus reached afterwards is paid', () => {
  const there = days(FIRST, 6, () => true);
  const brought = daysToBring(there, PLAIN_DAYS, (FIRST + 5) as LocalDay);
  const own = days(FIRST + 5, 2, () => true);
  const rules = withBrought(PLAIN_DAYS, brought, own);
  const all = joinDays(own, brought);

  expect(tallyOf(all, rules).streak).toBe(7);
  // The sixth day was checked in for in both rooms: it is paid in each, and its bonus would be in the first.
  expect(earnedBy(all, rules, new Set(there))).toBe(2 * CHECK_IN_POINTS + 20);
});

test('what is not there brings nothing', () => {
  expect(daysToBring([], PLAIN_DAYS, FIRST as LocalDay)).toEqual([]);
  expect(withBrought(PLAIN_DAYS, [], [])).toBe(PLAIN_DAYS);
});
