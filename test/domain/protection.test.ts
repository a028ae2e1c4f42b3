import { expect, test } from 'vitest';
import { addDays, type LocalDay, localDay } from '../../src/domain/local-day.js';
import { instantOf } from '../../src/domain/local-time.js';
import { payableUnderCap } from '../../src/domain/points.js';
import { isProtectedBy } from '../../src/domain/protection.js';

const ZONE = 'Asia/Shanghai';
const DAY = localDay(2026, 3, 3) as LocalDay;

function away(from: number, until: number) {
  return {
    since: instantOf(DAY, from * 60, ZONE),
    until: instantOf(addDays(DAY, Math.floor(until / 24)), (until % 24) * 60, ZONE),
  };
}

test.each([
  ['six hours of the day', [away(9, 15)], true],
  ['a little less', [away(9, 14)], false],
  ['six hours in two pieces', [away(7, 10), away(12, 15)], true],
  ['the same hours told twice', [away(9, 13), away(10, 14)], false],
  ['the night, while nobody is expected', [away(0, 6)], false],
  ['the last two hours', [away(22, 24)], true],
  ['the last hour and a half, and the next day', [away(23, 40)], false],
  ['days on end', [{ since: 0, until: instantOf(addDays(DAY, 9), 0, ZONE) }], true],
  ['nothing', [], false],
])('%s: protected is %s', (_, outages, isProtected) => {
  expect(isProtectedBy(outages, DAY, ZONE)).toBe(isProtected);
});

test('of what can be done again and again, no more is paid than the day has left', () => {
  expect(payableUnderCap('quiz', 30, { earned: 0, cap: 100 })).toBe(30);
  expect(payableUnderCap('quiz', 30, { earned: 80, cap: 100 })).toBe(20);
  expect(payableUnderCap('quiz', 30, { earned: 120, cap: 100 })).toBe(0);
  expect(payableUnderCap('grant', 300, { earned: 120, cap: 100 })).toBe(300);
  expect(payableUnderCap('quiz', -5, { earned: 120, cap: 100 })).toBe(-5);
});
