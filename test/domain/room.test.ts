import { expect, test } from 'vitest';
import { yesterdayWithinReach } from '../../src/domain/check-in-day.js';
import { satisfies } from '../../src/domain/check-in.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { parseLocalMinute } from '../../src/domain/local-time.js';
import { highestRole, mayActAs, ROLES } from '../../src/domain/role.js';
import { isWaking, type RequiredContent, runsCourse } from '../../src/domain/room.js';

test('waking hours begin with 07:30 and end before 21:30', () => {
  const awake = (time: string) => isWaking(parseLocalMinute(time) ?? -1);

  expect(['07:29', '07:30', '21:29', '21:30', '00:00'].map(awake)).toEqual([false, true, true, false, false]);
});

test('a course runs in trial, paid and core rooms', () => {
  expect((['trial', 'paid', 'core', 'staff', null] as const).filter(runsCourse)).toEqual(['trial', 'paid', 'core']);
});

test('what a room demands is met by what it says, and a word alone meets nothing but nothing', () => {
  const evidence = ['none', 'text', 'picture', 'voice', 'video', 'link'] as const;
  const met = (required: RequiredContent) => evidence.filter((one) => satisfies(required, one));

  expect(met('nothing')).toEqual(evidence);
  expect(met('text')).toEqual(['text']);
  expect(met('picture')).toEqual(['picture', 'voice', 'video', 'link']);
  expect(met('either')).toEqual(evidence.slice(1));
});

test('yesterday is within reach until the cutoff, and never when there is none', () => {
  const at = (minute: number, cutoff: number) => yesterdayWithinReach({ day: 100 as LocalDay, minute }, cutoff);

  expect([at(0, 120), at(119, 120), at(120, 120), at(0, 0)]).toEqual([99, 99, undefined, undefined]);
});

test('roles stand in one order, and each may do what those below it may', () => {
  for (const [rank, role] of ROLES.entries()) {
    expect(ROLES.filter((other) => mayActAs(role, other))).toEqual(ROLES.slice(0, rank + 1));
    expect(highestRole(ROLES.slice(0, rank + 1))).toBe(role);
  }
  expect(highestRole([])).toBe('member');
});
