/** Three accounts in one database, two workers: a bot or a whole worker is killed by kill -9 at the busy times of simulated days. */

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { describePostgres } from '../support/dialects.js';
import { JudgedAccounts } from '../support/faults/judged-accounts.js';
import { nextDue } from '../support/faults/owed-slots.js';
import { plantWorkersLies, SEEN_OF_WORKERS } from '../support/faults/planted-lies.js';
import { amount, minutes, randomOf, testSeed } from '../support/faults/scale.js';
import { Strikes } from '../support/faults/strikes.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KILLS = amount(6, 200);
/** Slots are owed from the third day on. */
const CALM_HOURS = 48;
/** Of real time, in which a pass is over mostly. */
const PASS_MS = 150;

/** As often just after a post fell due as at some time of the day. */
function nextMoment({ towns, now }: JudgedAccounts, random: () => number): number {
  if (random() < 0.5) return now + Math.floor((20 + random() * 100) * MINUTE);
  const dues = towns.flatMap(({ rooms }) => rooms.map(({ zone }) => nextDue(zone, now)));
  return Math.min(...dues) + Math.floor(random() * 3 * MINUTE);
}

async function live(accounts: JudgedAccounts, random: () => number, moments: number): Promise<void> {
  for (let moment = 0; moment < moments; moment++) {
    const next = nextMoment(accounts, random);
    accounts.chatterUntil(next);
    await accounts.pass(next);
  }
}

/** Mostly time stands still until somebody runs the account, sometimes it goes by without it: then posts are late, or too late. */
async function liveThrough(accounts: JudgedAccounts, strikes: Strikes, random: () => number): Promise<void> {
  const next = nextMoment(accounts, random);
  accounts.chatterUntil(next);
  const blow = sleep(random() * PASS_MS).then(() => strikes.strike());
  await Promise.all([accounts.pass(next), blow]);
  if (random() < 0.6) return;
  const later = accounts.now + Math.floor(random() * 12 * HOUR);
  accounts.chatterUntil(later);
  await accounts.drift(later);
}

async function liveDangerously(accounts: JudgedAccounts, strikes: Strikes, random: () => number): Promise<void> {
  while (strikes.kills < KILLS) {
    await liveThrough(accounts, strikes, random);
    // Now and then the next comes while accounts are on their way.
    if (random() < 0.7)
      await Promise.all([strikes.settle().then(() => accounts.untilFair()), live(accounts, random, 4)]);
  }
  await strikes.settle();
  await accounts.untilFair();
}

describePostgres('three accounts, two workers', (dialect) => {
  test(
    `killed ${KILLS} times, each account is as if nothing had been, and the workers share them evenly again`,
    { timeout: minutes(5, 120) },
    async () => {
      const seed = testSeed();
      const random = randomOf(seed);
      const began = performance.now();
      const accounts = await JudgedAccounts.open(await dialect.freshUrl(), random);
      const strikes = new Strikes(accounts, random);

      while (accounts.age < CALM_HOURS * HOUR) await live(accounts, random, 1);
      await liveDangerously(accounts, strikes, random);
      const records = await accounts.close();

      const seconds = Math.round((performance.now() - began) / 1_000);
      const figures = { ...strikes.hits, ...accounts.figures(records), seconds, seed };
      process.stdout.write(`several workers: ${JSON.stringify(figures)}\n`);
      expect(accounts.verdict(records), `seed ${seed}`).toEqual([]);
      expect(accounts.moves, `seed ${seed}`).toBeGreaterThan(0);
      plantWorkersLies(accounts);
      const seen = accounts.verdict(records).join('\n');
      expect(SEEN_OF_WORKERS.filter((words) => !seen.includes(words))).toEqual([]);
    },
  );
});
