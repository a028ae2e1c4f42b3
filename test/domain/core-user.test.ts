import { expect, test } from 'vitest';
import { CANDIDATE_SCORE, coreScoreOf } from '../../src/domain/core-score.js';
import { bestOf, decideConsent, decideInvitation, mayPropose, mostCore } from '../../src/domain/core-user.js';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const SEATS = { active: 1, present: 10, now: NOW };

test('each part ends at 25, and half of all is enough', () => {
  expect(coreScoreOf({ days: 90, accepted: 90, opinions: 90, quizzes: 90, referrals: 90 })).toEqual({
    loyalty: 25,
    feedback: 25,
    response: 25,
    referral: 25,
    total: 100,
  });
  expect(coreScoreOf({ days: 45, accepted: 1, opinions: 2, quizzes: 1, referrals: 1 })).toEqual({
    loyalty: 13,
    feedback: 7,
    response: 3,
    referral: 8,
    total: 31,
  });
  expect(CANDIDATE_SCORE).toBe(50);
});

test('whoever tells the team a lot gets no further by that than by one thing that is accepted', () => {
  const feedbackOf = (accepted: number, opinions: number) =>
    coreScoreOf({ days: 0, accepted, opinions, quizzes: 0, referrals: 0 }).feedback;

  expect([0, 1, 5, 6, 100].map((opinions) => feedbackOf(0, opinions))).toEqual([0, 1, 5, 5, 5]);
  expect([1, 4, 5, 6].map((accepted) => feedbackOf(accepted, 0))).toEqual([5, 20, 25, 25]);
  expect(feedbackOf(4, 100)).toBe(25);
});

test('core users are a fifth at most, rounded down', () => {
  expect([0, 4, 5, 9, 10, 1_000].map(mostCore)).toEqual([0, 0, 1, 1, 2, 200]);
});

test('the best come first, the longest known of equals, and no more than there are places', () => {
  const all = [
    { memberId: 3, total: 40 },
    { memberId: 1, total: 40 },
    { memberId: 2, total: 60 },
  ];

  expect(bestOf(all, 2).map(({ memberId }) => memberId)).toEqual([2, 1]);
  expect(bestOf(all, -1)).toEqual([]);
});

test('nobody is proposed in the 30 days after they were passed over, declined, left or were removed', () => {
  for (const state of ['passed', 'declined', 'left', 'removed', 'invited'] as const) {
    expect(mayPropose({ state, at: NOW - 30 * DAY_MS }, NOW)).toBe(false);
    expect(mayPropose({ state, at: NOW - 30 * DAY_MS - 1 }, NOW)).toBe(true);
  }
  expect(mayPropose({ state: 'active', at: NOW - 300 * DAY_MS }, NOW)).toBe(false);
  expect(mayPropose(undefined, NOW)).toBe(true);
});

test('staff may ask whom they passed over, and nobody who declined lately, was asked or is one', () => {
  const invite = (standing: Parameters<typeof decideInvitation>[0]['standing'], active = 1) =>
    decideInvitation({ name: '小林', standing, ...SEATS, active });

  expect(invite(undefined).ok).toBe(true);
  expect(invite({ state: 'passed', at: NOW }).ok).toBe(true);
  expect(invite({ state: 'declined', at: NOW - 29 * DAY_MS })).toMatchObject({ refusal: { days: 1 } });
  expect(invite({ state: 'invited', at: NOW - 7 * DAY_MS })).toMatchObject({ refusal: { code: 'core.is_asked' } });
  expect(invite({ state: 'invited', at: NOW - 7 * DAY_MS - 1 }).ok).toBe(true);
  expect(invite({ state: 'active', at: NOW })).toMatchObject({ refusal: { code: 'core.is_one' } });
  expect(invite(undefined, 2)).toMatchObject({ refusal: { code: 'core.full', most: 2 } });
});

test('a word is consent from those alone who were asked, or have just left', () => {
  expect(decideConsent(undefined, SEATS)).toBeUndefined();
  expect(decideConsent({ state: 'removed', at: NOW }, SEATS)).toBeUndefined();
  expect(decideConsent({ state: 'invited', at: NOW - 7 * DAY_MS - 1 }, SEATS)).toBeUndefined();
  expect(decideConsent({ state: 'invited', at: NOW - 7 * DAY_MS }, SEATS)).toMatchObject({ ok: true });
  expect(decideConsent({ state: 'left', at: NOW - 7 * DAY_MS }, SEATS)).toMatchObject({ ok: true });
  expect(decideConsent({ state: 'invited', at: NOW }, { ...SEATS, active: 2 })).toMatchObject({
    refusal: { code: 'core.full_now' },
  });
});
