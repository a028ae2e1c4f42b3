/** Check-ins through the whole bot: puppet, wechaty, recogniser, one transaction, acknowledgement queued. */

import { BenchBot } from './bench-bot.js';
import { checkBooks } from './books.js';
import { driveClosedLoop, type Handle } from './drive.js';
import type { Line, Run } from './job.js';
import { latenciesOf, rounded, speedOf, startWatch, watchMemory } from './measure.js';
import type { BenchOptions } from './options.js';
import { prepareSqlite, type Store } from './store.js';

/** Until the write-ahead file has grown to the size that it keeps for a bot's life: a commit that makes it grow is slow. */
const MOST_WARM_UP = 15_000;

export const closedLoop: Run = async (options) => {
  return measureProduct('product:closed-loop', await prepareSqlite(options), options, driveClosedLoop);
};

export const slowDiskLoop: Run = async (options) => {
  return measureProduct('slow-disk:product', await prepareSqlite(options), options, driveClosedLoop);
};

export interface Span extends BenchOptions {
  readonly from: number;
  readonly to: number;
}

/** The milliseconds that each message took. */
type Drive = (handle: Handle, span: Span) => Promise<readonly number[]>;

/** A line of the speed, and one of where the bytes went. Rejects when what was acknowledged is not what is stored. */
export async function measureProduct(name: string, store: Store, options: BenchOptions, drive: Drive): Promise<Line[]> {
  const warmUp = warmUpOf(options);
  const bot = await BenchBot.start(store.url, options);
  await driveClosedLoop((message) => bot.handle(message), { ...options, from: 0, to: warmUp });

  const bytesBefore = await store.door.bytes();
  const namesBefore = await store.door.bytesByName();
  const figures = await measureDrive(bot, { ...options, from: warmUp, to: warmUp + options.n }, drive);
  await bot.stop();
  const bytes = (await store.door.bytes()) - bytesBefore;
  const growth = growthOf(namesBefore, await store.door.bytesByName(), options.n);
  const books = await checkBooks(store.door, warmUp + options.n);
  await store.door.close();
  const size = { bytes_per_checkin: rounded(bytes / options.n) };
  return [
    { name, ...figures, ...size, ...books, durability: store.durability },
    { name: `${name}:bytes`, n: options.n, ...size, ...growth },
  ];
}

/** Throws when the messages are more than one day has: at its end the clock jumps, and what waits to leave expires. */
export function warmUpOf({ n, rooms, perRoom }: BenchOptions): number {
  const left = rooms * perRoom - n;
  if (left < 0) throw new Error(`${n} messages need more than ${rooms} × ${perRoom} members.`);
  return Math.min(MOST_WARM_UP, left);
}

async function measureDrive(bot: BenchBot, span: Span, drive: Drive) {
  const stopMemory = watchMemory();
  const stop = startWatch();
  const latencies = await drive((message) => bot.handle(message), span);
  return { ...speedOf(latencies.length, stop()), ...latenciesOf(latencies), rss_mb: stopMemory() };
}

/** Bytes a check-in by table and index, of those that grew. */
function growthOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, n: number) {
  const grown = [...after].map(([name, size]) => [name, rounded((size - (before.get(name) ?? 0)) / n)] as const);
  return Object.fromEntries(grown.filter(([, bytes]) => bytes !== null && bytes > 0));
}
