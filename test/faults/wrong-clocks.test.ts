/** Clocks that are set by hours, forwards and back, while 26 zones live through 500 days and their changes of time. */

import { expect, test } from 'vitest';
import { describeDialects } from '../support/dialects.js';
import { amount, minutes, randomOf, scale, testSeed } from '../support/faults/scale.js';
import { startZonedBot, type ZonedBot } from '../support/faults/zoned-bot.js';
import { ZONES } from '../support/faults/zones.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-02T09:00:00+08:00');
const STEP = scale(HOUR, HOUR / 4);
/** Somebody sets the clock about every third day. */
const JUMP_CHANCE = STEP / (3 * DAY);
const DAYS = { sqlite: 500, postgres: amount(20, 100) } as const;
const SEEDS = { sqlite: amount(1, 50), postgres: amount(1, 10) } as const;

async function goOn(bot: ZonedBot, by: number): Promise<void> {
  bot.clock.put(bot.clock.now() + by);
  await bot.tick();
}

/** For less than three minutes nobody believes it; afterwards it counts, until it is put right again, if it ever is. */
async function wrongFor(bot: ZonedBot, random: () => number): Promise<void> {
  const by = Math.round((random() - 0.5) * 12 * HOUR);
  const isShort = random() < 0.5;
  bot.clock.jump(by);
  const before = bot.arrivals.length;
  for (let minute = 0; minute < (isShort ? 2 : 5); minute++) await goOn(bot, MINUTE);
  if (isShort) expect(bot.arrivals.length, 'a wrong clock made posts leave').toBe(before);
  else for (let half = 0; half < random() * 4; half++) await goOn(bot, HOUR / 2);
  if (isShort || random() < 0.7) bot.clock.jump(-by);
}

async function liveThrough(bot: ZonedBot, days: number, random: () => number): Promise<number> {
  while (bot.clock.now() < START + days * DAY) {
    await goOn(bot, STEP);
    if (random() < JUMP_CHANCE) await wrongFor(bot, random);
  }
  for (let minute = 0; minute < 5; minute++) await goOn(bot, MINUTE);
  return bot.clock.now();
}

describeDialects('clocks that are set', (dialect) => {
  const days = DAYS[dialect.name];

  test(
    `in ${ZONES.length} zones on ${days} days no post is missing and none comes twice`,
    { timeout: minutes(15, 240) },
    async () => {
      const seed = testSeed();
      for (let run = 0; run < SEEDS[dialect.name]; run++) {
        const random = randomOf(seed + run);
        // Durability is not what this is about.
        const url = dialect.name === 'sqlite' ? ':memory:' : await dialect.freshUrl();
        const bot = await startZonedBot(url, ZONES, START);
        const until = await liveThrough(bot, days, random);
        expect(await bot.faults(START + 2 * DAY, until), `seed ${seed + run}`).toEqual([]);
        expect(bot.arrivals.length).toBeGreaterThan(20 * days);
      }
    },
  );
});
