import { expect, test } from 'vitest';
import { gradeOf } from '../../src/domain/lead-grade.js';
import { classOf } from '../../src/domain/member-class.js';
import { decideTagName, mayTag, mayUntag, tagKey } from '../../src/domain/tag.js';

const NOBODY = { week: 0, fortnight: 0, month: 0, covered: false, paid: 0, orders: 0 };

test.each([
  [{ paid: 100_000 }, 'key', ['paid']],
  [{ covered: true, month: 20 }, 'key', ['covered', 'month']],
  [{ covered: true, month: 19, week: 7 }, 'ordinary', ['covered']],
  [{ week: 5, month: 25 }, 'potential', ['covered', 'week']],
  [{ month: 8 }, 'ordinary', ['month']],
  [{ month: 7, week: 4 }, 'random', ['covered', 'month']],
])('%o is %s, by %o', (facts, value, by) => {
  expect(classOf({ ...NOBODY, ...facts })).toEqual({ value, by });
});

test.each([
  [{ covered: true, week: 7 }, undefined],
  [{ orders: 1 }, 'A'],
  [{ week: 5 }, 'A'],
  [{ week: 3 }, 'B'],
  [{ fortnight: 1 }, 'C'],
  [{}, 'D'],
])('a lead with %o is graded %s', (facts, grade) => {
  expect(gradeOf({ ...NOBODY, ...facts })?.value).toBe(grade);
});

test('hands are stronger than rules, in both directions', () => {
  const held = { expiresAt: null, removedAt: null, removedBy: null };
  const taken = { source: 'rule', expiresAt: null, removedAt: 5 } as const;

  expect(mayTag({ ...taken, removedBy: 'manual' }, 'rule', 9)).toBe(false);
  expect(mayTag({ ...taken, removedBy: 'self' }, 'rule', 9)).toBe(false);
  expect(mayTag({ ...taken, removedBy: 'rule' }, 'rule', 9)).toBe(true);
  expect(mayTag({ ...taken, removedBy: 'expired' }, 'rule', 9)).toBe(true);
  expect(mayTag({ ...taken, removedBy: 'manual' }, 'manual', 9)).toBe(true);
  expect(mayTag({ ...taken, removedBy: 'manual' }, 'order', 9)).toBe(true);
  expect(mayUntag({ ...held, source: 'manual' }, 'rule', 9)).toBe(false);
  expect(mayUntag({ ...held, source: 'rule' }, 'rule', 9)).toBe(true);
  expect(mayUntag({ ...held, source: 'rule' }, 'manual', 9)).toBe(true);
  expect(mayUntag({ ...held, source: 'manual', expiresAt: 9 }, 'manual', 9)).toBe(false);
});

test('a name is one word that no condition could take for something else', () => {
  for (const unfit of ['', '英 语', '标:签', '+英语', '-英语', 'a>b', '12', '@小林'])
    expect(decideTagName(unfit).ok, unfit).toBe(false);
  expect(decideTagName('ＶＩＰ')).toEqual({ ok: true, value: 'VIP' });
  expect(tagKey('ＶＩＰ')).toBe(tagKey('vip'));
});
