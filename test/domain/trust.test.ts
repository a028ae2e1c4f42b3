/** Trust as a function of what happened. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECORDED_TRUST_KINDS, type TrustEvent, type TrustEventKind, trustOf } from '../../src/domain/trust.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-02T10:00:00+08:00');
const KINDS: readonly TrustEventKind[] = [
  'check-in',
  'feedback-accepted',
  'paid',
  'warned',
  'hidden',
  ...RECORDED_TRUST_KINDS,
];
const ago = (kind: TrustEventKind, days: number): TrustEvent => ({ kind, at: NOW - days * DAY });

test('whoever nothing is known of has 60', () => {
  expect(trustOf([], NOW)).toEqual({ score: 60, reasons: [] });
});

test('a reminder weighs 10, half of it after 30 days, and next to nothing after a year', () => {
  expect(trustOf([ago('warned', 0)], NOW).score).toBe(50);
  expect(trustOf([ago('warned', 30)], NOW).score).toBe(55);
  expect(trustOf([ago('warned', 365)], NOW).score).toBe(60);
});

test('check-ins bring 20 at most, and what is to come counts for nothing', () => {
  const daily = Array.from({ length: 300 }, (_, day) => ago('check-in', day));

  expect(trustOf(daily, NOW).score).toBe(80);
  expect(trustOf([ago('paid', -1)], NOW).score).toBe(60);
});

test('the score stays within bounds, and neither order nor grouping of events matters', () => {
  const events = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), days: fc.integer({ min: -10, max: 2_000 }) }), {
    maxLength: 60,
  });

  fc.assert(
    fc.property(events, (drafts) => {
      const all = drafts.map(({ kind, days }) => ago(kind, days));
      const { score, reasons } = trustOf(all, NOW);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      expect(trustOf(all.toReversed(), NOW)).toEqual({ score, reasons });
    }),
  );
});
