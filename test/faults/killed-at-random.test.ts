/** The bot is killed by kill -9 at random moments while simulated days go by. */

import { describe, expect, test } from 'vitest';
import { describeDialects, describePostgres } from '../support/dialects.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { amount, minutes, randomOf, testSeed } from '../support/faults/scale.js';

const MINUTE = 60_000;
/** For each of the two abilities to echo. */
const KILLS = amount(13, 250);

/** Mostly a moment, sometimes minutes or hours: some posts come late then, some too late. */
function downtime(random: () => number): number {
  const luck = random();
  if (luck < 0.6) return 0;
  return luck < 0.9 ? random() * 30 * MINUTE : random() * 14 * 60 * MINUTE;
}

interface Danger {
  readonly kills: number;
  /** What else may happen while an hour goes by. */
  meanwhile?(community: JudgedCommunity, random: () => number): Promise<void>;
}

async function liveDangerously(
  community: JudgedCommunity,
  random: () => number,
  { kills, meanwhile }: Danger,
): Promise<void> {
  let usual = 20;
  while (community.bots.deaths < kills) {
    const next = community.now + Math.floor((20 + random() * 100) * MINUTE);
    community.chatterUntil(next);
    const killer = setTimeout(() => void community.bots.kill(), random() * 4 * usual);
    const began = performance.now();
    const [survived] = await Promise.all([community.pass(next), meanwhile?.(community, random)]);
    clearTimeout(killer);
    if (survived) usual = 0.9 * usual + 0.1 * (performance.now() - began);
    if (survived) continue;
    const until = community.now + Math.floor(downtime(random));
    community.chatterUntil(until);
    await community.pass(until);
  }
}

const SHARED_KILLS = amount(25, 500);
/** Beyond the lease that the judged bots keep, so that another one takes over. */
const FROZEN_MS = 1_600;

/** Now and then the one that works is held still instead, loses its account, and wakes up as if nothing had been. */
async function freezeSometimes({ bots }: JudgedCommunity, random: () => number): Promise<void> {
  if (random() < 0.05) await bots.freeze(FROZEN_MS);
}

/** Every now and then just when a message has arrived, before the bot hears that it has. */
function dieInSends({ wechat, bots }: JudgedCommunity, random: () => number): void {
  wechat.fate = () => {
    if (random() < 0.03) bots.killAtWork();
    return 'whole';
  };
}

describe.concurrent('a bot that dies', () => {
  describeDialects(`kill -9 at ${KILLS} random moments`, (dialect) => {
    test.concurrent.each(['replay', 'none'] as const)(
      'no post is doubled or lost without a reason, every check-in counts once (echo: %s)',
      { timeout: minutes(5, 60) },
      async (echo) => {
        const seed = testSeed();
        const random = randomOf(seed);
        const community = await JudgedCommunity.open({ url: await dialect.freshUrl(), random, echo });

        dieInSends(community, random);
        await liveDangerously(community, random, { kills: KILLS });

        expect(await community.close(), `seed ${seed}`).toEqual([]);
      },
    );
  });

  describePostgres(`kill -9 at ${SHARED_KILLS} random moments, two processes for the account`, (dialect) => {
    test.concurrent(
      'the other takes over: no post is doubled or lost without a reason, every check-in counts once',
      { timeout: minutes(5, 60) },
      async () => {
        const seed = testSeed();
        const random = randomOf(seed);
        const community = await JudgedCommunity.open({ url: await dialect.freshUrl(), random, processes: 2 });

        dieInSends(community, random);
        await liveDangerously(community, random, { kills: SHARED_KILLS, meanwhile: freezeSometimes });

        expect(await community.close(), `seed ${seed}`).toEqual([]);
        expect(community.bots.begins).toBeGreaterThan(SHARED_KILLS / 4);
        expect(community.bots.wakeUps).toBeGreaterThan(0);
      },
    );
  });
});
