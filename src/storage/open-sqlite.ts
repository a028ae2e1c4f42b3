/** Opens a SQLite file for one process alone, whose commits are synced behind it; or only to read, beside that process. */

import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Engine } from './database.js';
import { DiskSync } from './disk-sync.js';
import { lockFile } from './file-lock.js';
import { Memory } from './memory.js';
import { preparing } from './prepared-sqlite.js';
import type { Schema } from './schema.js';
import { ImmediateDialect } from './sqlite-dialect.js';

/** Waiting for a lock blocks the event loop, so it is short and repeated from outside. */
const BUSY_TIMEOUT_MS = 250;

/** `onError` hears of a disk that fails while nobody is told: what is committed waits for it. */
export function openSqlite(path: string, onError: (error: Error) => void = () => {}): Engine {
  if (path === ':memory:') return engineOf(openFile(path), { path, unlock: () => {} });
  mkdirSync(dirname(path), { recursive: true });
  const unlock = lockFile(`${path}.lock`);
  try {
    const file = openFile(path);
    // It holds personal data: nobody else on the machine is to read it.
    chmodSync(path, 0o600);
    const disk = new DiskSync({ path: `${path}-wal`, rescue: () => checkpoint(file), onError });
    return engineOf(file, { path, unlock, disk });
  } catch (error) {
    unlock();
    throw error;
  }
}

interface EngineParts {
  readonly path: string;
  readonly unlock: () => void;
  /** Absent where there is no disk. */
  readonly disk?: DiskSync;
}

function engineOf(file: SqliteDatabase.Database, { path, unlock, disk }: EngineParts): Engine {
  const memory = new Memory();
  return {
    dialect: 'sqlite',
    kysely: new Kysely<Schema>({ dialect: new ImmediateDialect(file, { memory, disk }) }),
    place: path,
    prepare: preparing(file, memory),
    memory,
    ...(disk && { reachDisk: () => disk.reach() }),
    async release() {
      await disk?.close();
      unlock();
    },
  };
}

/** True when all of the log is in the file itself, and synced there. Not while a transaction is open. */
function checkpoint(file: SqliteDatabase.Database): boolean {
  if (file.inTransaction) return false;
  const [done] = file.pragma('wal_checkpoint(FULL)') as [{ busy: number; log: number; checkpointed: number }];
  return done.busy === 0 && done.log === done.checkpointed;
}

/** Readers in WAL mode neither wait for the bot nor hold it up. Throws with one sentence when there is no such file. */
export function openSharedSqlite(path: string): Engine {
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`);
  const file = new SqliteDatabase(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  file.pragma('trusted_schema = OFF');
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });
  return { dialect: 'sqlite', kysely, place: path, prepare: preparing(file, undefined), release: async () => {} };
}

function openFile(path: string): SqliteDatabase.Database {
  const file = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS });
  file.pragma('journal_mode = WAL');
  // A commit is synced behind its transaction, by the `DiskSync`; what is left to SQLite are its checkpoints.
  file.pragma('synchronous = NORMAL');
  file.pragma('foreign_keys = ON');
  file.pragma('trusted_schema = OFF');
  file.pragma('cache_size = -65536');
  file.pragma('wal_autocheckpoint = 12000');
  file.pragma('journal_size_limit = 67108864');
  return file;
}
