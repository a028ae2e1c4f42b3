import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphicName, graphicTopic } from '../../src/domain/graphic-name.js';

const FAMILY = '👨‍👩‍👧‍👦';

test.each([
  ['小林', '小林'],
  ['  小  林 ', '小 林'],
  ['\u202e小林', '小林'],
  ['一二三四五六七八九十一二三四五', '一二三四五六七八九十一…'],
  ['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuv…'],
  [FAMILY, FAMILY],
  ['\u3164', ''],
])('%j is shown as %j', (name, shown) => {
  expect(graphicName(name)).toBe(shown);
});

test('an emoji is never cut in two', () => {
  expect(graphicName(FAMILY.repeat(20))).toBe(`${FAMILY.repeat(11)}…`);
});

test('a chain that is no emoji any more is only its beginning', () => {
  expect(graphicName(`👨${'\u200d👨'.repeat(500)}`)).toBe('👨');
});

test('a topic has more room', () => {
  const topic = '一二三四五六七八九十一二三四五六七八';

  expect(graphicTopic(topic)).toBe(topic);
});

test('whatever the name, it is short, and shown again it is the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
      const shown = graphicName(name);

      expect([...shown].length).toBeLessThanOrEqual(24 * 12);
      expect(graphicName(shown)).toBe(shown);
    }),
  );
});
