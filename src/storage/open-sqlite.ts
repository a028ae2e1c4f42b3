/** Opens a SQLite file: durable at every commit, and for one process alone; or only to read, beside that process. */

import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { Engine, PreparedStatement } from './database.js';
import { lockFile } from './file-lock.js';
import type { Schema } from './schema.js';

/** Waiting for a lock blocks the event loop, so it is short and repeated from outside. */
const BUSY_TIMEOUT_MS = 250;

export function openSqlite(path: string): Engine {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const unlock = path === ':memory:' ? () => {} : lockFile(`${path}.lock`);
  try {
    const file = openFile(path);
    // It holds personal data: nobody else on the machine is to read it.
    if (path !== ':memory:') chmodSync(path, 0o600);
    const kysely = new Kysely<Schema>({ dialect: new ImmediateDialect(file) });
    return { dialect: 'sqlite', kysely, place: path, prepare: preparing(file), release: unlock };
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
  return { dialect: 'sqlite', kysely, place: path, prepare: preparing(file), release: () => {} };
}

function preparing(file: SqliteDatabase.Database): (text: string) => PreparedStatement {
  const prepared = new Map<string, PreparedStatement>();
  return (text) => {
    const known = prepared.get(text);
    if (known) return known;
    const statement = file.prepare<unknown[]>(text);
    const ready: PreparedStatement = {
      get: (values) => statement.get(values),
      all: (values) => statement.all(values),
      run: (values) => statement.run(values) as { changes: number; lastInsertRowid: number },
    };
    prepared.set(text, ready);
    return ready;
  };
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

class ImmediateDialect extends SqliteDialect {
  readonly #file: SqliteDatabase.Database;

  constructor(file: SqliteDatabase.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createAdapter(): SqliteAdapter {
    return new WholeMigrationsAdapter();
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#file);
  }
}

/** Kysely would leave a migration that fails half done, though SQLite undoes changes of the schema like any other. */
class WholeMigrationsAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A deferred BEGIN that comes to write may fail with SQLITE_BUSY_SNAPSHOT, which no timeout cures. */
class ImmediateDriver extends SqliteDriver {
  readonly #file: SqliteDatabase.Database;

  constructor(file: SqliteDatabase.Database) {
    super({ database: file });
    this.#file = file;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** After a full disk SQLite has rolled back by itself; a second ROLLBACK would hide the real error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}
