/** Whether a check-in costs more with a long history under it than with a short one. */

import { BenchBot } from './bench-bot.js';
import { driveClosedLoop } from './drive.js';
import type { Line } from './job.js';
import { median, rounded, type Spent, startWatch } from './measure.js';
import type { BenchOptions } from './options.js';
import { readNumber } from './side-door.js';
import type { Store } from './store.js';

const ROUNDS = 7;
const MESSAGES = 4_000;

/** Both bots live in this process and take turns, so that whatever else the machine does hits them alike. */
export async function measureGrowth(big: Store, small: Store, options: BenchOptions): Promise<Line> {
  const stored = await Promise.all([small, big].map(({ door }) => readNumber(door, 'select count(*) from check_in')));
  const bots = [await BenchBot.start(small.url, options), await BenchBot.start(big.url, options)];
  const rounds: (readonly Spent[])[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const spent: Spent[] = [];
    for (const bot of bots) spent.push(await takeTurn(bot, round, options));
    // The first round warms up.
    if (round > 0) rounds.push(spent);
  }
  for (const bot of bots) await bot.stop();
  await small.door.close();
  const ratioOf = (figure: keyof Spent) =>
    rounded(median(rounds.map(([a, b]) => (b?.[figure] ?? 0) / (a?.[figure] ?? 0))));
  return {
    name: 'history:growth',
    stored_few: stored[0],
    stored_many: stored[1],
    cost_ratio: ratioOf('seconds'),
    cpu_ratio: ratioOf('cpuMicroseconds'),
    few_us: costOf(rounds, 0),
    many_us: costOf(rounds, 1),
  };
}

async function takeTurn(bot: BenchBot, round: number, options: BenchOptions): Promise<Spent> {
  const stop = startWatch();
  await driveClosedLoop((message) => bot.handle(message), {
    ...options,
    from: round * MESSAGES,
    to: (round + 1) * MESSAGES,
  });
  return stop();
}

/** Microseconds on the wall for a check-in. */
function costOf(rounds: readonly (readonly Spent[])[], bot: number): number | null {
  return rounded(median(rounds.map((spent) => ((spent[bot]?.seconds ?? 0) * 1e6) / MESSAGES)));
}
