/** A database for a run: migrated, filled with the community, and open to be looked at past the bot. */

import { join } from 'node:path';
import { pino } from 'pino';
import { openCommunityDatabase } from '../../src/open-community-database.js';
import { BenchClock } from './bench-clock.js';
import { runChild } from './children.js';
import type { Run } from './job.js';
import { temporaryFolder } from './measure.js';
import { type BenchOptions, sizeOf } from './options.js';
import { seedCommunity } from './seed.js';
import type { SideDoor } from './side-door.js';
import { SqliteSideDoor } from './sqlite-side-door.js';
import { FIRST_DAY } from './workload.js';

export interface Store {
  /** For the bot. */
  readonly url: string;
  readonly door: SideDoor;
  readonly durability: string;
}

/** Filled by a process of its own: what that takes of memory is none of the bot's, nor what looking at every page takes. */
export async function prepareSqlite(options: BenchOptions): Promise<Store> {
  const path = newPath();
  await runChild('fill', { args: [`--database=${urlOf(path)}`, ...sizeOf(options)] });
  const store = storeAt(path);
  await store.door.run('pragma cache_size = -1024');
  return store;
}

/** What that process does. Needs `--database` in the options. */
export const fill: Run = async (options) => {
  const { database } = options;
  if (database === undefined) throw new Error('--database is missing.');
  await migrateStore(database);
  const { door } = storeAt(database.slice(urlOf('').length));
  await seedCommunity(door, options);
  await door.close();
  return [];
};

/** Migrated, and nobody in it. */
export async function openEmptySqlite(): Promise<Store> {
  const path = newPath();
  await migrateStore(urlOf(path));
  return storeAt(path);
}

function newPath(): string {
  return join(temporaryFolder('product'), 'zaoba.sqlite');
}

function urlOf(path: string): string {
  return `file:${path}`;
}

function storeAt(path: string): Store {
  return {
    url: urlOf(path),
    door: new SqliteSideDoor(path),
    durability: 'SQLite WAL, synced before the acknowledgement',
  };
}

export async function migrateStore(url: string): Promise<void> {
  const database = await openCommunityDatabase(url, pino({ level: 'silent' }), new BenchClock(FIRST_DAY - 60));
  await database.close();
}
