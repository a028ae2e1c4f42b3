import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayName, displayTopic, withoutTurns } from '../../src/domain/display-name.js';

test('an ordinary name is shown as it is', () => {
  for (const name of ['小林', 'Emma·早起', '👨‍👩‍👧一家', 'café', '林 小满🌱', 'नमस्ते']) expect(displayName(name)).toBe(name);
});

test('a name is shown on one line, and nothing in it turns or hides text', () => {
  expect(displayName('小\n林\t')).toBe('小林');
  expect(displayName('  小\u3000 林  ')).toBe('小 林');
  expect(displayName('a\u202eb\u2066c\u200fd\u061ce')).toBe('abcde');
  expect(displayName('a\u2028b\u2029c')).toBe('a b c');
});

test('a long name ends with an ellipsis', () => {
  expect(displayName('长'.repeat(17))).toBe(`${'长'.repeat(15)}…`);
  expect(displayName('长'.repeat(16))).toBe('长'.repeat(16));
});

test('a topic is as safe as a name and may be longer', () => {
  expect(displayTopic('早起\u202e英语\n体验群')).toBe('早起英语体验群');
  expect(displayTopic('群'.repeat(64))).toBe('群'.repeat(64));
  expect(displayTopic('群'.repeat(65))).toBe(`${'群'.repeat(63)}…`);
});

test('piled-up accents are cut down to two', () => {
  expect(displayName(`a${'\u0301'.repeat(50)}`)).toBe('a\u0301\u0301');
});

test('whatever the name, it is short, on one line, and shown the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const shown = displayName(name);

      expect([...shown].length).toBeLessThanOrEqual(16);
      expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      expect(displayName(shown)).toBe(shown);
    }),
  );
});

test('an answer that quotes what was typed reads in one direction', () => {
  expect(withoutTurns('后面的「今天 \u202e认领\u2066」没看懂')).toBe('后面的「今天 认领」没看懂');
});
