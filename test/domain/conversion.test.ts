import { expect, test } from 'vitest';
import { conversionOf, isMature, mondayOf, sumCounts, type TrialFacts } from '../../src/domain/conversion.js';
import { addDays, type LocalDay, localDay } from '../../src/domain/local-day.js';

const MONDAY = localDay(2026, 3, 2) as LocalDay;
const fact = (some: Partial<TrialFacts>): TrialFacts => ({
  beganDay: MONDAY,
  startDay: MONDAY,
  source: 'unknown',
  checkedIn: false,
  days: 0,
  paid: false,
  ...some,
});

test('a week begins on its Monday, also across a new year', () => {
  expect(mondayOf(MONDAY)).toBe(MONDAY);
  expect(mondayOf(addDays(MONDAY, 6))).toBe(MONDAY);
  expect(mondayOf(localDay(2027, 1, 1) as LocalDay)).toBe(localDay(2026, 12, 28));
});

test('somebody has finished once day 7 has come, with check-ins on four of the days', () => {
  const finished = (days: number, today: LocalDay) => conversionOf([fact({ days })], today).total.finished;

  expect([4, 3].map((days) => finished(days, addDays(MONDAY, 6)))).toEqual([1, 0]);
  expect(finished(7, addDays(MONDAY, 5))).toBe(0);
});

test('everybody is in one week and one source', () => {
  const facts = [
    fact({ source: 'name 抖音', checkedIn: true, days: 5, paid: true }),
    fact({ beganDay: addDays(MONDAY, 7), source: 'name 抖音' }),
    fact({ beganDay: addDays(MONDAY, 8), checkedIn: true }),
  ];

  const { total, weeks, sources } = conversionOf(facts, addDays(MONDAY, 30));

  expect(total).toEqual({ started: 3, checkedIn: 2, finished: 1, paid: 1 });
  expect(weeks.map(([week, { started }]) => [week - MONDAY, started])).toEqual([
    [0, 1],
    [7, 2],
  ]);
  expect(sources.map(([source, { started }]) => [source, started])).toEqual([
    ['name 抖音', 2],
    ['unknown', 1],
  ]);
  expect(sumCounts(sources.map(([, count]) => count))).toEqual(total);
});

test('a week is told as final once the last of its people had thirty days', () => {
  expect(isMature(MONDAY, addDays(MONDAY, 36))).toBe(false);
  expect(isMature(MONDAY, addDays(MONDAY, 37))).toBe(true);
});
