import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { amount } from '../../support/faults/scale.js';
import { openTestDatabase } from '../../support/kit-bot.js';
import { historyFaults } from './histories.js';

const seed = Date.now() % 2 ** 31;

describeDialects('histories of check-ins', (dialect) => {
  const count = dialect.name === 'sqlite' ? amount(3_000, 10_000) : 300;

  test(`${count} random ones are what a model counts by hand`, { timeout: 120_000 }, async () => {
    const database = await openTestDatabase(await dialect.freshUrl());

    expect(await historyFaults(database, count, seed)).toEqual([]);
  });
});

test.each(['UTC', 'America/New_York'])('a process in the zone %s counts the same', { timeout: 60_000 }, (zone) => {
  const script = fileURLToPath(new URL('./histories-in-zone.ts', import.meta.url));
  const env = { ...process.env, TZ: zone };

  const program = ['--import', 'tsx', script, '300', String(seed + 1)];
  const stdout = execFileSync(process.execPath, program, { env, encoding: 'utf8' });

  expect(JSON.parse(stdout)).toEqual({ zone, faults: [] });
});
