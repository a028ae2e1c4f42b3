/** A community lives for long: memory stays flat, the file beside the database stays small, every statement balances. */

import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { minutes, randomOf, scale, testSeed } from '../support/faults/scale.js';

const HOUR = 3_600_000;
const DAYS = scale(31, 366);
/** Caches are full by then. */
const WARM_DAYS = 8;
const LARGEST_LOG_MB = 64;
const GROWTH_MB = 4;

interface Weights {
  /** What the bot still holds each night, in megabytes: of objects and of what they hold outside of the heap. */
  readonly memory: readonly number[];
  readonly log: number;
}

async function live(community: JudgedCommunity, log: string): Promise<Weights> {
  const memory: number[] = [];
  let largest = 0;
  for (let day = 0; day < DAYS; day++) {
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

test(`${DAYS} days: memory is flat, the log is small, all is exact`, { timeout: minutes(5, 120) }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-soak-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'zaoba.sqlite');
  const seed = testSeed();
  const community = await JudgedCommunity.open({ url: `file:${path}`, random: randomOf(seed), rooms: 8, members: 25 });
  const { memory, log } = await live(community, `${path}-wal`);

  expect(await community.close(), `seed ${seed}`).toEqual([]);
  expect(community.bots.deaths).toBe(0);
  expect(log).toBeLessThan(LARGEST_LOG_MB);
  expect(mean(memory.slice(-5)) - mean(memory.slice(WARM_DAYS, WARM_DAYS + 5))).toBeLessThan(GROWTH_MB);
});
