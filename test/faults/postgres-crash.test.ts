/** The PostgreSQL server dies under the bot and stays away: no process exits, and all is exact when it is back. */

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CrashablePostgres } from '../support/faults/crashable-postgres.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { amount, minutes, randomOf, testSeed } from '../support/faults/scale.js';

const HOUR = 3_600_000;
const CRASHES = amount(3, 100);
/** The last absence; those before are a tenth of it. */
const LONGEST_ABSENCE_MS = 30_000;

interface Crashing {
  readonly community: JudgedCommunity;
  readonly server: CrashablePostgres;
  readonly random: () => number;
}

/** Dies in the middle of an hour's work, which goes on when it is back. Resolves to whether the bot outlived it. */
async function crashInPassing({ community, server, random }: Crashing, absence: number): Promise<boolean> {
  const next = community.now + HOUR;
  community.chatterUntil(next);
  const passing = community.pass(next);
  await sleep(random() * 30);
  await server.crash();
  await sleep(absence);
  await server.start();
  return passing;
}

async function liveCalmly(community: JudgedCommunity, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    community.chatterUntil(community.now + HOUR);
    await community.pass(community.now + HOUR);
  }
}

test(
  `the server crashes ${CRASHES} times and stays away for up to 30 s: nothing is lost, doubled or miscounted`,
  { timeout: minutes(5, 120) },
  async () => {
    const seed = testSeed();
    const random = randomOf(seed);
    const server = await CrashablePostgres.begin();
    try {
      const community = await JudgedCommunity.open({ url: server.url, random });
      for (let crash = 1; crash <= CRASHES; crash++) {
        await liveCalmly(community, 6);
        const absence = crash % 10 === 0 || crash === CRASHES ? LONGEST_ABSENCE_MS : LONGEST_ABSENCE_MS / 10;
        expect(await crashInPassing({ community, server, random }, absence), `seed ${seed}`).toBe(true);
      }
      await liveCalmly(community, 12);

      expect(await community.close(), `seed ${seed}`).toEqual([]);
      expect(community.bots.deaths).toBe(0);
    } finally {
      await server.stop();
    }
  },
);
