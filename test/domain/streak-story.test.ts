import { expect, test } from 'vitest';
import { dayRulesOf, PLAIN_DAYS } from '../../src/domain/day-rules.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { tellStreak } from '../../src/domain/streak-story.js';
import { currentStreak, coverUntil, tallyOf } from '../../src/domain/streak.js';

const day = (number: number) => number as LocalDay;
const days = (...numbers: number[]) => numbers.map(day);

test('a streak begins with its first day, and the one before it ended on the day that was missed', () => {
  expect(tellStreak(days(1, 2, 3, 5, 6), PLAIN_DAYS, day(7))).toEqual({
    streak: 2,
    begun: 5,
    carried: [],
    ended: { streak: 3, on: 4 },
  });
});

test('a streak that is over tells what ended it', () => {
  expect(tellStreak(days(1, 2), PLAIN_DAYS, day(5))).toEqual({
    streak: 0,
    begun: 1,
    carried: [],
    ended: { streak: 2, on: 3 },
  });
});

test('before the first check-in there is nothing to tell', () => {
  expect(tellStreak([], PLAIN_DAYS, day(5))).toEqual({ streak: 0, begun: null, carried: [] });
});

test('days on leave and days that a freeze went for are told apart', () => {
  const rules = dayRulesOf({
    leave: days(4),
    protectedDays: [],
    freezeRules: [{ fromDay: day(0), every: 3 }],
    pointsDays: [],
    closedThrough: day(7),
  });

  expect(tellStreak(days(1, 2, 3, 6, 7), rules, day(8))).toEqual({
    streak: 5,
    begun: 1,
    carried: [
      { day: 4, by: 'excused' },
      { day: 5, by: 'freeze' },
    ],
  });
});

test('the streak that is told is always the one that is counted', () => {
  const seed = 20_260_302;
  console.log({ seed });
  const random = generator(seed);
  for (let run = 0; run < 500; run++) {
    const today = day(40);
    const history = days(...numbersBelow(40, 0.6, random));
    const closedThrough = day(39);
    const rules = dayRulesOf({
      leave: days(...numbersBelow(40, 0.1, random)),
      protectedDays: days(...numbersBelow(40, 0.05, random)),
      freezeRules: [{ fromDay: day(0), every: 1 + Math.floor(random() * 6) }],
      pointsDays: [],
      closedThrough,
    });
    const tally = coverUntil(tallyOf(history, rules), closedThrough, rules);

    const story = tellStreak(history, rules, today);

    expect(story.streak).toBe(currentStreak(tally, today));
    expect(story.begun === null).toBe(history.length === 0);
  }
});

function numbersBelow(most: number, share: number, random: () => number): number[] {
  return Array.from({ length: most }, (_, index) => index).filter(() => random() < share);
}

/** A small linear congruential generator: the same seed, the same numbers. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
