import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { amount, minutes, testSeed } from '../../support/faults/scale.js';
import { openTestDatabase } from '../../support/kit-bot.js';
import { attendanceFaults } from './attendance-histories.js';

const seed = testSeed();

describeDialects('histories of attendance', (dialect) => {
  const count = dialect.name === 'sqlite' ? amount(500, 10_000) : amount(60, 10_000);

  test(
    `${count} random ones are what a model walks day by day, in any order of arrival, with undo`,
    { timeout: minutes(3, 90) },
    async () => {
      const database = await openTestDatabase(await dialect.freshUrl());

      expect(await attendanceFaults(database, count, seed)).toEqual([]);
    },
  );
});
