/** A database for a run: migrated, filled with the community, and open to be looked at past the bot. */

import { join } from 'node:path';
import { pino } from 'pino';
import { openCommunityDatabase } from '../../src/open-community-database.js';
import { BenchClock } from './bench-clock.js';
import { temporaryFolder } from './measure.js';
import { seedCommunity } from './seed.js';
import type { SideDoor } from './side-door.js';
import { SqliteSideDoor } from './sqlite-side-door.js';
import { type Community, FIRST_DAY } from './workload.js';

export interface Store {
  /** For the bot. */
  readonly url: string;
  readonly door: SideDoor;
  readonly durability: string;
}

export async function prepareSqlite(community: Community): Promise<Store> {
  const store = await openEmptySqlite();
  await seedCommunity(store.door, community);
  // What filling it in took is no memory of the bot's, nor what looking at every page of it takes.
  await store.door.run('pragma cache_size = -1024; pragma shrink_memory');
  return store;
}

/** Migrated, and nobody in it. */
export async function openEmptySqlite(): Promise<Store> {
  const path = join(temporaryFolder('product'), 'zaoba.sqlite');
  const url = `file:${path}`;
  await migrateStore(url);
  const durability = 'SQLite WAL, synced before the acknowledgement';
  return { url, door: new SqliteSideDoor(path), durability };
}

export async function migrateStore(url: string): Promise<void> {
  const database = await openCommunityDatabase(url, pino({ level: 'silent' }), new BenchClock(FIRST_DAY - 60));
  await database.close();
}
