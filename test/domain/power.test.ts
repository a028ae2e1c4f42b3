import { expect, test } from 'vitest';
import { decideLoan, powersAmong } from '../../src/domain/power.js';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const NEW = { name: '小林', role: 'member', held: undefined, days: undefined, power: undefined, now: NOW } as const;

test('each power includes the ones before it; teachers have them all', () => {
  expect(powersAmong([{ role: 'moderator', power: 'answer' }])).toEqual(['answer']);
  expect(powersAmong([{ role: 'moderator', power: 'hide' }])).toEqual(['answer', 'warn', 'hide']);
  expect(powersAmong([{ role: 'teacher', power: null }])).toEqual(['answer', 'warn', 'hide']);
  expect(powersAmong([{ role: 'moderator', power: null }])).toEqual([]);
  expect(powersAmong([])).toEqual([]);
});

test('a new loan is of the first step and for 30 days', () => {
  expect(decideLoan(NEW)).toEqual({ ok: true, value: { power: 'answer', until: NOW + 30 * DAY_MS } });
});

test('lent again, days are added to those that are left; a step alone adds none', () => {
  const held = { power: 'warn', until: NOW + 5 * DAY_MS } as const;

  expect(decideLoan({ ...NEW, held, days: 10 })).toEqual({
    ok: true,
    value: { power: 'warn', until: NOW + 15 * DAY_MS },
  });
  expect(decideLoan({ ...NEW, held, power: 'hide' })).toEqual({ ok: true, value: { ...held, power: 'hide' } });
  expect(decideLoan({ ...NEW, held })).toEqual({ ok: true, value: { power: 'warn', until: NOW + 35 * DAY_MS } });
});

test('nothing is lent for more than 180 days, or to whoever may more', () => {
  const held = { power: 'warn', until: NOW + 160 * DAY_MS } as const;

  expect(decideLoan({ ...NEW, held, days: 20 }).ok).toBe(true);
  expect(decideLoan({ ...NEW, held, days: 21 })).toMatchObject({ refusal: { code: 'moderator.too_long' } });
  expect(decideLoan({ ...NEW, role: 'teacher' })).toMatchObject({ refusal: { code: 'moderator.has_more' } });
});
