/** A quarter of a community: trials, cards, payments, moves, tags, tiers, classes, moderation; and a bot that is killed all the while. */

import { expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import { amount, minutes, testSeed } from '../support/faults/scale.js';
import { figuresOf } from '../support/quarter/figures.js';
import { HABITS, prepare } from '../support/quarter/habits.js';
import { plantLies, SEEN } from '../support/quarter/planted.js';
import { verdictOnQuarter } from '../support/quarter/quarter-verdict.js';
import { Quarter } from '../support/quarter/quarter.js';

const SIZES = {
  sqlite: {
    courses: amount(1, 13),
    trialRooms: 2,
    people: amount(48, 4_000),
    days: amount(28, 91),
    kills: amount(6, 100),
    processes: 1,
  },
  postgres: {
    courses: 1,
    trialRooms: 1,
    people: amount(16, 400),
    days: amount(12, 91),
    kills: amount(3, 100),
    processes: 2,
  },
} as const;

describeDialects('a quarter', (dialect) => {
  const size = SIZES[dialect.name];

  test(
    `of ${size.people} members over ${size.days} days, killed ${size.kills} times, is as people lived it`,
    { timeout: minutes(5, 240) },
    async () => {
      const seed = testSeed();
      const began = performance.now();
      const quarter = await Quarter.open({ url: await dialect.freshUrl(), seed, ...size });

      await prepare(quarter);
      await quarter.live(HABITS);
      const said = await quarter.close();

      const figures = { ...figuresOf(quarter), seconds: Math.round((performance.now() - began) / 1_000), seed };
      process.stdout.write(`a quarter (${dialect.name}): ${JSON.stringify(figures)}\n`);
      expect([...said, ...(await verdictOnQuarter(quarter))], `seed ${seed}`).toEqual([]);
      plantLies(quarter);
      const seen = (await verdictOnQuarter(quarter)).join('\n');
      expect(SEEN.filter((words) => !seen.includes(words))).toEqual([]);
      expect(quarter.stage.kills, `seed ${seed}`).toBeGreaterThanOrEqual(size.kills);
    },
  );
});
