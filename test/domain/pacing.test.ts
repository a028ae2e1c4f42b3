import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CAREFUL_PACING,
  earliestAcknowledgement,
  earliestSend,
  gapAfterSend,
  type RecentAcknowledgements,
} from '../../src/domain/pacing.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Sends as fast as is allowed and returns the moments. */
function sendEagerly(count: number, accountAge: number): number[] {
  const sent: number[] = [];
  for (let now = 0; sent.length < count;) {
    const [minute, day] = [sent.filter((at) => at > now - MINUTE), sent.filter((at) => at > now - DAY)];
    const window = { lastMinute: minute.length, lastDay: day.length, oldestInMinute: minute[0], oldestInDay: day[0] };
    const at = earliestSend(CAREFUL_PACING, window, now, accountAge + now);
    if (at <= now) {
      sent.push(now);
      now += gapAfterSend(CAREFUL_PACING, 0);
    } else now = at;
  }
  return sent;
}

function mostWithin(sent: readonly number[], span: number): number {
  return Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + span).length));
}

test('in no minute more than twelve leave, and in no day more than two hundred', () => {
  const sent = sendEagerly(450, 7 * DAY);

  expect(mostWithin(sent, MINUTE)).toBe(12);
  expect(mostWithin(sent, DAY)).toBe(200);
});

test('a new account has 30 % of both, rounded down', () => {
  const sent = sendEagerly(150, 0);

  expect(mostWithin(sent, MINUTE)).toBe(3);
  expect(mostWithin(sent, DAY)).toBe(60);
});

test('however small its share, a message leaves sometimes', () => {
  const window = { lastMinute: 0, lastDay: 0, oldestInMinute: undefined, oldestInDay: undefined };

  expect(earliestSend({ ...CAREFUL_PACING, perMinute: 1, newPercent: 1 }, window, 5, 0)).toBe(5);
});

test('the gap lies within its bounds', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
      const gap = gapAfterSend(CAREFUL_PACING, random);

      expect(gap).toBeGreaterThanOrEqual(3_000);
      expect(gap).toBeLessThanOrEqual(8_000);
      expect(Number.isInteger(gap)).toBe(true);
    }),
  );
});

test('however check-ins come, at most three acknowledgements leave within ten minutes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 100 }), (pauses) => {
      const left: number[] = [];
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        const recent: RecentAcknowledgements = { latest: left.at(-1) ?? null, earlier: left.at(-2) ?? null };
        if (earliestAcknowledgement(CAREFUL_PACING, recent, now) <= now) left.push(now);
      }

      expect(mostWithin(left, 10 * MINUTE)).toBeLessThanOrEqual(3);
      expect(left[0]).toBe(pauses[0]);
    }),
  );
});
