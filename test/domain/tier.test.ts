import { describe, expect, test } from 'vitest';
import { withChanged, withoutRung, withRung } from '../../src/domain/ladder.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { stageOf, STAGES } from '../../src/domain/stage.js';
import { judgeTier, missingFor, NO_PERKS, rungFor, USUAL_LADDER } from '../../src/domain/tier.js';

const NOTHING = { points: 0, days: 0, paid: 0, score: 0 };
const day = (number: number): LocalDay => number as LocalDay;

describe('a rung', () => {
  test('is reached when everything that it asks for is, and only then', () => {
    expect(rungFor(USUAL_LADDER, NOTHING)).toBe(0);
    expect(rungFor(USUAL_LADDER, { ...NOTHING, days: 14, points: 149 })).toBe(0);
    expect(rungFor(USUAL_LADDER, { ...NOTHING, days: 14, points: 150 })).toBe(1);
    expect(rungFor(USUAL_LADDER, { ...NOTHING, days: 500, points: 900 })).toBe(2);
  });

  test('tells what is missing for it', () => {
    expect(missingFor(USUAL_LADDER[0], NOTHING)).toEqual({});
    expect(missingFor(USUAL_LADDER[1] ?? USUAL_LADDER[0], { ...NOTHING, days: 20, points: 50 })).toEqual({
      points: 100,
    });
  });
});

describe('a fall', () => {
  test('waits for thirty days below, counted anew whenever the rung was reached in between', () => {
    const standing = { rung: 2, byHand: false, belowSince: null };
    expect(judgeTier(standing, 1, day(100))).toEqual({ do: 'stay', belowSince: 100 });
    expect(judgeTier({ ...standing, belowSince: day(100) }, 1, day(129))).toEqual({ do: 'stay', belowSince: 100 });
    expect(judgeTier({ ...standing, belowSince: day(100) }, 2, day(129))).toEqual({ do: 'stay', belowSince: null });
    expect(judgeTier({ ...standing, belowSince: day(100) }, 1, day(130))).toEqual({ do: 'fall', to: 1 });
  });

  test('never comes to somebody whom a person has put there', () => {
    expect(judgeTier({ rung: 2, byHand: true, belowSince: day(1) }, 0, day(900))).toEqual({
      do: 'stay',
      belowSince: null,
    });
    expect(judgeTier({ rung: 2, byHand: true, belowSince: null }, 3, day(900))).toEqual({ do: 'rise', to: 3 });
  });
});

describe('a ladder', () => {
  const platinum = { name: 'x', needs: { days: 120, points: 1_500 }, perks: NO_PERKS };

  test('gives a new rung its place by what it asks for', () => {
    const changed = withRung(USUAL_LADDER, platinum);
    expect(changed.ok && changed.value.map(({ name }) => name)).toEqual(['bronze', 'silver', 'gold', 'x', 'diamond']);
  });

  test.each([
    ['a name that is there', withRung(USUAL_LADDER, { ...platinum, name: 'gold' }), 'tier.exists'],
    ['one that cannot be compared', withRung(USUAL_LADDER, { ...platinum, needs: { paid: 1 } }), 'tier.out_of_order'],
    ['one that asks for nothing', withRung(USUAL_LADDER, { ...platinum, needs: {} }), 'tier.out_of_order'],
    ['needs for the lowest', withChanged(USUAL_LADDER, 'bronze', { needs: { days: 1 } }), 'tier.first'],
    [
      'a rung above the next',
      withChanged(USUAL_LADDER, 'silver', { needs: { days: 90, points: 900 } }),
      'tier.out_of_order',
    ],
    ['taking the lowest away', withoutRung(USUAL_LADDER, 'bronze', 0), 'tier.first'],
    ['taking one away on which people stand', withoutRung(USUAL_LADDER, 'gold', 3), 'tier.in_use'],
  ])('refuses %s', (_, decided, code) => {
    expect(decided.ok ? 'accepted' : decided.refusal.code).toBe(code);
  });
});

test('everybody is at exactly one stage', () => {
  const stages = [0, 6, 7, 29, 30, 200].flatMap((days) =>
    [0, 6, 7, 29, 30, 400].map((idle) => stageOf({ days, idle })),
  );

  expect(new Set(stages)).toEqual(new Set(STAGES));
  expect(stageOf({ days: 6, idle: 6 })).toBe('newcomer');
  expect(stageOf({ days: 7, idle: 0 })).toBe('growing');
  expect(stageOf({ days: 30, idle: 6 })).toBe('mature');
  expect(stageOf({ days: 30, idle: 7 })).toBe('fading');
  expect(stageOf({ days: 0, idle: 30 })).toBe('gone');
});
