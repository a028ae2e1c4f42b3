import { expect, test } from 'vitest';
import {
  afterWrongCode,
  type CodeTries,
  isLocked,
  makeRedeemCode,
  readRedeemCode,
} from '../../src/domain/redeem-code.js';

const HOUR = 3_600_000;

test('a code is read however it is typed', () => {
  const code = '0123-4567-89AB-CDEF';
  const plain = '0123456789ABCDEF';

  expect(readRedeemCode(code)).toBe(plain);
  expect(readRedeemCode('０１２３－４５６７－８９ａｂ－ｃｄｅｆ')).toBe(plain);
  expect(readRedeemCode(' o123 4567 89ab cdef。')).toBe(plain);
  expect(readRedeemCode('Oi23—4567_89AB:CDEF')).toBe(plain);
  expect(readRedeemCode('OL23-4567-89AB-CDEF')).toBe(plain);
});

test('what is too short, too long or has other letters is no code', () => {
  for (const given of ['', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEF0', '0123-4567-89AB-CDEU', '激活码'])
    expect(readRedeemCode(given)).toBeUndefined();
});

test('codes are made of sixteen letters, each as likely as the others', () => {
  const bounds = new Set<number>();
  const code = makeRedeemCode((bound) => {
    bounds.add(bound);
    return bound - 1;
  });

  expect(code).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  expect([...bounds]).toEqual([32]);
});

test('five wrong codes within an hour of each other lock, each time for twice as long, at most a day', () => {
  let tries: CodeTries | undefined;
  let now = 0;
  const locks: number[] = [];
  while (locks.length < 7) {
    if (isLocked(tries, now)) now = tries?.lockedUntil ?? now;
    tries = afterWrongCode(tries, now);
    if (tries.lockedUntil !== null) locks.push((tries.lockedUntil - now) / HOUR);
    now += 1_000;
  }

  expect(locks).toEqual([1, 2, 4, 8, 16, 24, 24]);
});

test('a wrong code now and then locks nothing, and a quiet week is forgotten', () => {
  let tries: CodeTries | undefined;
  for (let hour = 0; hour < 50; hour++) tries = afterWrongCode(tries, hour * HOUR);
  expect(tries).toMatchObject({ tries: 1, locks: 0, lockedUntil: null });

  const locked: CodeTries = { tries: 4, lastAt: 0, locks: 5, lockedUntil: null };
  expect(afterWrongCode(locked, 8 * 24 * HOUR)).toMatchObject({ tries: 1, locks: 0 });
});
