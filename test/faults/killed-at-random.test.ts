/** The bot is killed by kill -9 at random moments while simulated days go by. */

import { expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { minutes, randomOf, scale, testSeed } from '../support/faults/scale.js';

const MINUTE = 60_000;
/** For each of the two abilities to echo. */
const KILLS = scale(13, 250);

/** Mostly a moment, sometimes minutes or hours: some posts come late then, some too late. */
function downtime(random: () => number): number {
  const luck = random();
  if (luck < 0.6) return 0;
  return luck < 0.9 ? random() * 30 * MINUTE : random() * 14 * 60 * MINUTE;
}

async function liveDangerously(community: JudgedCommunity, random: () => number): Promise<void> {
  let usual = 20;
  while (community.bots.deaths < KILLS) {
    const next = community.now + Math.floor((20 + random() * 100) * MINUTE);
    community.chatterUntil(next);
    const killer = setTimeout(() => void community.bots.kill(), random() * 4 * usual);
    const began = performance.now();
    const survived = await community.pass(next);
    clearTimeout(killer);
    if (survived) usual = 0.9 * usual + 0.1 * (performance.now() - began);
    if (survived) continue;
    const until = community.now + Math.floor(downtime(random));
    community.chatterUntil(until);
    await community.pass(until);
  }
}

describeDialects(`kill -9 at ${KILLS} random moments`, (dialect) => {
  test.each(['replay', 'none'] as const)(
    'no post is doubled or lost without a reason, every check-in counts once (echo: %s)',
    { timeout: minutes(5, 60) },
    async (echo) => {
      const seed = testSeed();
      const random = randomOf(seed);
      const community = await JudgedCommunity.open({ url: await dialect.freshUrl(), random, echo });

      await liveDangerously(community, random);

      expect(await community.close(), `seed ${seed}`).toEqual([]);
    },
  );
});
