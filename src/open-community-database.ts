/** Opens the database, brings it up to date, and puts the courses that come with the product into it. */

import type { Logger } from 'pino';
import { migrations } from '../migrations/index.js';
import { SIMULATED } from './config.js';
import { saveBuiltinCourses } from './features/courses/builtin-courses.js';
import type { Clock } from './ports/clock.js';
import { listAccountNames } from './storage/accounts.js';
import type { Database } from './storage/database.js';
import { migrateToLatest } from './storage/migrate.js';
import { openDatabase } from './storage/open-database.js';

/** Rejects with one sentence when the database is in use, cannot be reached, or is newer than this code. */
export async function openCommunityDatabase(url: string, log: Logger, clock: Clock): Promise<Database> {
  const database = openDatabase(url, (error) => log.warn({ err: error }, 'trouble with the database'));
  try {
    const ran = await migrateToLatest(database, migrations);
    if (ran.length > 0) log.info({ migrations: ran }, 'database brought up to date');
    await database.transaction((tx) => saveBuiltinCourses(tx, clock.now()));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Keeps played and real communities apart: else a simulated owner would rule the real rooms. Throws an Error that says
 * what to do.
 */
export async function refuseMixedCommunity(database: Database, accountName: string): Promise<void> {
  const known = await database.transaction(listAccountNames);
  const mixed = known.some((name) => (name === SIMULATED) !== (accountName === SIMULATED));
  if (!mixed) return;
  const owner = accountName === SIMULATED ? 'a real' : 'the simulated';
  throw new Error(`The database ${database.place} belongs to ${owner} WeChat. Set DATABASE_URL to another one.`);
}
