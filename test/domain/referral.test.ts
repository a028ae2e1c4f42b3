import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { moderationWords } from '../../src/copy/zh-cn/vocabulary/moderation-words.js';
import type { MemberId } from '../../src/domain/ids.js';
import { createLineJudge } from '../../src/domain/moderation/judge-line.js';
import { closesRing, decideCode, invitationCode, payFor } from '../../src/domain/referral.js';

const [LIN, ZHOU, YU] = [1, 2, 3] as [MemberId, MemberId, MemberId];
const DAY_MS = 86_400_000;
const said = { newcomerId: ZHOU, since: 0, inviterId: LIN, broughtBy: undefined, isStaff: false };

function verdict(some: Partial<typeof said> | { readonly broughtBy: MemberId }, now = DAY_MS): string {
  const decision = decideCode({ ...said, ...some }, now);
  return decision.ok ? 'accepted' : decision.refusal.code;
}

test('a code may be said by newcomers, once, and never by whose it is', () => {
  expect(verdict({})).toBe('accepted');
  expect(verdict({ inviterId: ZHOU })).toBe('invitation.own');
  expect(verdict({ broughtBy: YU })).toBe('invitation.said');
  expect(verdict({ isStaff: true })).toBe('invitation.not_new');
  expect(verdict({}, 7 * DAY_MS - 1)).toBe('accepted');
  expect(verdict({}, 7 * DAY_MS)).toBe('invitation.not_new');
});

test('a ring is closed by whoever stands above the inviter', () => {
  expect(closesRing(ZHOU, [YU, ZHOU])).toBe(true);
  expect(closesRing(ZHOU, [YU])).toBe(false);
});

test('beyond a limit nothing is paid', () => {
  const allowance = { points: 50, perDay: 2, perMonth: 3, today: 1, thisMonth: 2 };

  expect(payFor(allowance)).toBe(50);
  expect(payFor({ ...allowance, today: 2 })).toBe(0);
  expect(payFor({ ...allowance, thisMonth: 3 })).toBe(0);
});

test('no code is taken for an advertisement', () => {
  const judge = createLineJudge(moderationWords);
  const codes = Array.from({ length: 2_000 }, () => invitationCode(randomInt));
  const lines = codes.flatMap((code) => [`邀请码 ${code}`, `我的邀请码是${code}`]);

  expect(lines.filter((line) => judge.judge(line) !== undefined)).toEqual([]);
});
