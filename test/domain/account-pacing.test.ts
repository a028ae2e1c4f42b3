import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AccountPacing, changePacing, differencesOf, effectivePacing } from '../../src/domain/account-pacing.js';
import { CAREFUL_PACING, SIMULATED_PACING } from '../../src/domain/pacing.js';

function changed(change: AccountPacing, own: AccountPacing | null = null, profile = CAREFUL_PACING) {
  const decision = changePacing(profile, own, change);
  return decision.ok ? decision.value : decision.refusal;
}

test('without anything of its own an account has the very profile', () => {
  expect(effectivePacing(CAREFUL_PACING, null)).toBe(CAREFUL_PACING);
});

test('a change is kept beside earlier ones, and what equals the profile is no difference', () => {
  const own = changed({ perDay: 300 });

  expect(changed({ perMinute: 10 }, own as AccountPacing)).toEqual({ perDay: 300, perMinute: 10 });
  expect(changed({ perDay: 200 }, own as AccountPacing)).toBeNull();
  expect(differencesOf(own as AccountPacing)).toEqual(['perDay']);
});

test.each([
  [{ perDay: 1_000 }, { perDay: 1_001 }, { setting: 'perDay', min: 1, max: 1_000 }],
  [{ perDay: 1 }, { perDay: 0 }, { setting: 'perDay', min: 1, max: 1_000 }],
  [{ perMinute: 30 }, { perMinute: 31 }, { setting: 'perMinute', min: 1, max: 30 }],
  [{ minGap: 1_000 }, { minGap: 999 }, { setting: 'minGap', min: 1_000, max: 300_000 }],
  [{ maxGap: 300_000 }, { maxGap: 300_001 }, { setting: 'maxGap', min: 1_000, max: 300_000 }],
  [{ newPercent: 100 }, { newPercent: 101 }, { setting: 'newPercent', min: 1, max: 100 }],
  [{ newDays: 0 }, { newDays: 91 }, { setting: 'newDays', min: 0, max: 90 }],
] as const)('%o is within the bounds, %o is not', (fine, beyond, bounds) => {
  expect(changed(fine)).toEqual(fine);
  expect(changed(beyond)).toEqual({ code: 'pacing.out_of_range', ...bounds });
});

test('a gap cannot be longer at least than at most, whichever was changed', () => {
  expect(changed({ minGap: 9_000, maxGap: 4_000 })).toEqual({ code: 'pacing.gap_reversed' });
  expect(changed({ minGap: 9_000 })).toEqual({ code: 'pacing.gap_reversed' });
});

test('whatever is accepted for a real account, a second lies between two sends', () => {
  const setting = fc.integer({ min: -5, max: 400_000 });
  fc.assert(
    fc.property(setting, setting, (minGap, maxGap) => {
      const decision = changePacing(CAREFUL_PACING, null, { minGap, maxGap });
      const pacing = effectivePacing(CAREFUL_PACING, decision.ok ? decision.value : null);

      expect(pacing.minGap).toBeGreaterThanOrEqual(1_000);
      expect(pacing.maxGap).toBeGreaterThanOrEqual(pacing.minGap);
    }),
  );
});

test('the simulated profile may keep its own pace and go anywhere between', () => {
  expect(changed({ minGap: 60, maxGap: 5_000 }, null, SIMULATED_PACING)).toEqual({ maxGap: 5_000 });
  expect(changed({ perDay: 1_000_000 }, { perDay: 5 }, SIMULATED_PACING)).toBeNull();
});
