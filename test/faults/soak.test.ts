/** A community lives for long: memory stays flat, the file beside the database stays small, every statement balances. */

import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { amount, minutes, randomOf, scale, testSeed } from '../support/faults/scale.js';

const HOUR = 3_600_000;
const DAYS = { sqlite: amount(31, 366), postgres: amount(14, 366) } as const;
/** Rooms and the members of each. */
const PEOPLE = {
  sqlite: { rooms: 8, members: 25 },
  postgres: scale({ rooms: 3, members: 8 }, { rooms: 8, members: 25 }),
} as const;
/** Caches are full by then. */
const WARM_DAYS = 8;
const LARGEST_LOG_MB = 64;
const GROWTH_MB = 4;

interface Weights {
  /** What the bot still holds each night, in megabytes: of objects and of what they hold outside of the heap. */
  readonly memory: readonly number[];
  /** The largest that the file beside a file's database has been. */
  readonly log: number;
}

async function live(community: JudgedCommunity, days: number, log: string): Promise<Weights> {
  const memory: number[] = [];
  let largest = 0;
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < 24; hour += 3) {
      community.chatterUntil(community.now + 3 * HOUR);
      await community.pass(community.now + 3 * HOUR);
      largest = Math.max(largest, existsSync(log) ? statSync(log).size / 2 ** 20 : 0);
    }
    await community.bots.ask({ do: 'keep-house' });
    memory.push((await community.bots.ask({ do: 'weigh' })) ?? Infinity);
  }
  return { memory, log: largest };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describeDialects('a long life', (dialect) => {
  const days = DAYS[dialect.name];

  test(`of ${days} days: memory is flat, the log is small, all is exact`, { timeout: minutes(5, 180) }, async () => {
    const url = await dialect.freshUrl();
    const seed = testSeed();
    const community = await JudgedCommunity.open({ url, random: randomOf(seed), ...PEOPLE[dialect.name] });
    const { memory, log } = await live(community, days, `${url.replace('file:', '')}-wal`);

    expect(await community.close(), `seed ${seed}`).toEqual([]);
    expect(community.bots.deaths).toBe(0);
    expect(log).toBeLessThan(LARGEST_LOG_MB);
    expect(mean(memory.slice(-5)) - mean(memory.slice(WARM_DAYS, WARM_DAYS + 5))).toBeLessThan(GROWTH_MB);
  });
});
