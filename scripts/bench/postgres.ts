/**
 * The whole bot on PostgreSQL: as one process, and as several, each with an account and rooms of its own in the same
 * database.
 */

import { BenchBot } from './bench-bot.js';
import { checkBooks } from './books.js';
import { runTogether, untilAllAreReady } from './children.js';
import { driveClosedLoop } from './drive.js';
import type { Run } from './job.js';
import { rounded } from './measure.js';
import { type BenchOptions, sizeOf } from './options.js';
import { openEmptyPostgres, startPostgresRun } from './postgres-store.js';
import { measureProduct, warmUpOf } from './product.js';
import { seedCommunity } from './seed.js';
import type { SideDoor } from './side-door.js';

export const postgresLoop: Run = async (options) => {
  const run = await startPostgresRun();
  const store = await openEmptyPostgres(run);
  await seedCommunity(store.door, options);
  await gatherStatistics(store.door);
  const lines = await measureProduct('postgres:closed-loop', store, options, driveClosedLoop);
  await run.close();
  return lines;
};

/** The rooms are shared out among the processes; speed is what all of them did in the time that the slowest took. */
export const postgresWorkers: Run = async (options) => {
  const run = await startPostgresRun();
  const { door, durability } = await openEmptyPostgres(run);
  const { processes } = options;
  const share = {
    ...options,
    rooms: Math.max(1, Math.floor(options.rooms / processes)),
    n: Math.floor(options.n / processes),
  };
  const seconds = await workTogether(run.url, door, share);
  const n = share.n * processes;
  const books = await checkBooks(door, (share.n + warmUpOf(share)) * processes);
  await door.close();
  await run.close();
  const figures = { n, processes, msgs_per_s: rounded(n / Math.max(...seconds)) };
  return [{ name: 'postgres:workers', ...figures, ...books, durability }];
};

/** As PostgreSQL does by itself within minutes of the rows' coming: a community that lives is not planned for by guess. */
async function gatherStatistics(door: SideDoor): Promise<void> {
  await door.run('analyze');
}

/** The seconds that each process took for its share. */
async function workTogether(url: string, door: SideDoor, share: BenchOptions): Promise<readonly number[]> {
  const accounts = Array.from({ length: share.processes }, (_, account) => account);
  for (const account of accounts) await seedCommunity(door, share, account);
  await gatherStatistics(door);
  const args = [`--database=${url}`, `--n=${share.n}`, ...sizeOf(share)];
  const workers = await runTogether(
    'worker',
    accounts.map((account) => [...args, `--account=${account}`]),
  );
  return workers.map((line) => Number(line['seconds']));
}

/** One of the processes. */
export const worker: Run = async (options) => {
  if (options.database === undefined) throw new Error('--database is missing.');
  const bot = await BenchBot.start(options.database, options, { account: options.account });
  const warmUp = warmUpOf(options);
  const drive = (from: number, to: number) =>
    driveClosedLoop((message) => bot.handle(message), { ...options, from, to });
  await drive(0, warmUp);
  await untilAllAreReady();
  const start = performance.now();
  await drive(warmUp, warmUp + options.n);
  const seconds = (performance.now() - start) / 1_000;
  await bot.stop();
  return [{ name: 'worker', seconds }];
};
