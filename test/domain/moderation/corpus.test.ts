/** The promise: of what the rules find at least 98 % is an offence, and they find at least 90 % of the corpus. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHalf, scoreHalf } from '../../../scripts/support/moderation-corpus.js';

test.each(['tuned', 'held-out'] as const)('the %s half is told apart', (half) => {
  const { harmless, offences } = readHalf(half);

  const { precision, recall, wrong } = scoreHalf({ harmless, offences });

  expect(wrong.slice(0, 5)).toEqual([]);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test('the held-out half is large enough, and none of it is in the other', () => {
  const [tuned, heldOut] = [readHalf('tuned'), readHalf('held-out')];

  expect(heldOut.harmless.length).toBeGreaterThanOrEqual(200);
  expect(heldOut.offences.length).toBeGreaterThanOrEqual(100);
  expect(tuned.harmless.length + heldOut.harmless.length).toBeGreaterThanOrEqual(400);
  const known = new Set([...tuned.harmless, ...tuned.offences]);
  expect([...heldOut.harmless, ...heldOut.offences].filter((line) => known.has(line))).toEqual([]);
});

test('no line of the corpus of check-ins is an offence', () => {
  const lines = readFileSync(new URL('../../corpus/public.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const harmless = lines.map((line) => (JSON.parse(line) as { text: string }).text);

  expect(harmless.length).toBeGreaterThan(400);
  expect(scoreHalf({ harmless, offences: [] }).wrong).toEqual([]);
});
