/** What a long history costs: the evening's reviews, a check-in on top of it, and its place on disk. */

import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { generateHistory, type History } from './generate.js';
import { measureGrowth } from './growth.js';
import { type Line, NotHereError, type Run } from './job.js';
import { rounded, startWatch } from './measure.js';
import type { BenchOptions } from './options.js';
import { readReviews } from './reviews.js';
import { openEmptySqlite, type Store } from './store.js';

const ROOMS = 5_000;
const PER_ROOM = 200;
const DAYS = 90;
/** 1,000,000 members, 90 days: 2×10^7 check-ins. */
const RATE = 0.2225;
const BYTES_NEEDED = 6e9;

export const readHistory: Run = async (options) => {
  const rooms = Math.max(1, Math.round(ROOMS * options.scale));
  const history: History = { rooms, perRoom: PER_ROOM, days: DAYS, rate: RATE };
  mustHaveRoom(BYTES_NEEDED * options.scale);
  const { store, line } = await generateStore(history);
  const reviews = await readReviews(store, history);
  const growth = await measureGrowth(store, await generateSmall(options), {
    ...options,
    rooms: Math.min(options.rooms, rooms),
  });
  await store.door.close();
  return [line, ...reviews, growth];
};

function mustHaveRoom(bytes: number): void {
  const { bavail, bsize } = statfsSync(process.env['BENCH_DIR'] ?? tmpdir());
  if (bavail * bsize < bytes)
    throw new NotHereError(`A long history needs ${bytes / 1e9} GB; --scale makes it shorter.`);
}

async function generateStore(history: History): Promise<{ readonly store: Store; readonly line: Line }> {
  const store = await openEmptySqlite();
  const stop = startWatch();
  const checkIns = await generateHistory(store.door, history);
  const { seconds } = stop();
  const tables = [...(await store.door.bytesByName())].map(([name, size]) => [name, rounded(size / checkIns)] as const);
  const line: Line = {
    name: 'history:bytes',
    members: history.rooms * history.perRoom,
    check_ins: checkIns,
    generated_in_s: rounded(seconds),
    bytes_per_checkin: rounded((await store.door.bytes()) / checkIns),
    ...Object.fromEntries(tables.filter(([, bytes]) => (bytes ?? 0) >= 0.1)),
  };
  return { store, line };
}

/** As many rooms as speak in a run, and 10^4 check-ins. */
async function generateSmall({ rooms, perRoom }: BenchOptions): Promise<Store> {
  const store = await openEmptySqlite();
  await generateHistory(store.door, { rooms, perRoom, days: 1, rate: 10_000 / (rooms * perRoom) });
  return store;
}
