/** Opens a SQLite file: durable at every commit, and for one process alone; or only to read, beside that process. */

import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Engine } from './database.js';
import { lockFile } from './file-lock.js';
import { Memory } from './memory.js';
import { preparing } from './prepared-sqlite.js';
import type { Schema } from './schema.js';
import { ImmediateDialect } from './sqlite-dialect.js';

/** Waiting for a lock blocks the event loop, so it is short and repeated from outside. */
const BUSY_TIMEOUT_MS = 250;

export function openSqlite(path: string): Engine {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const unlock = path === ':memory:' ? () => {} : lockFile(`${path}.lock`);
  try {
    const file = openFile(path);
    // It holds personal data: nobody else on the machine is to read it.
    if (path !== ':memory:') chmodSync(path, 0o600);
    const memory = new Memory();
    const kysely = new Kysely<Schema>({ dialect: new ImmediateDialect(file, memory) });
    return { dialect: 'sqlite', kysely, place: path, prepare: preparing(file, memory), memory, release: unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Readers in WAL mode neither wait for the bot nor hold it up. Throws with one sentence when there is no such file. */
export function openSharedSqlite(path: string): Engine {
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`);
  const file = new SqliteDatabase(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  file.pragma('trusted_schema = OFF');
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });
  return { dialect: 'sqlite', kysely, place: path, prepare: preparing(file, undefined), release: () => {} };
}

function openFile(path: string): SqliteDatabase.Database {
  const file = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS });
  file.pragma('journal_mode = WAL');
  // better-sqlite3 is built so that WAL means NORMAL, which can lose commits when the power goes.
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('trusted_schema = OFF');
  file.pragma('cache_size = -65536');
  file.pragma('wal_autocheckpoint = 12000');
  file.pragma('journal_size_limit = 67108864');
  return file;
}
