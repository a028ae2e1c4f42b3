/**
 * Kysely on one SQLite file that this process alone writes: transactions begin as writers, and whatever is written is
 * forgotten by the memory of the database.
 */

import type SqliteDatabase from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase as PreparingDatabase,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type { DiskSync } from './disk-sync.js';
import { forgetWritten, type Memory } from './memory.js';
import { writtenBy } from './query-tables.js';

export interface Behind {
  readonly memory: Memory;
  /** Hears of commits that wrote something. */
  readonly disk: DiskSync | undefined;
}

export class ImmediateDialect extends SqliteDialect {
  readonly #file: SqliteDatabase.Database;
  readonly #behind: Behind;

  constructor(file: SqliteDatabase.Database, behind: Behind) {
    super({ database: file });
    this.#file = file;
    this.#behind = behind;
  }

  override createAdapter(): SqliteAdapter {
    return new WholeMigrationsAdapter();
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#file, this.#behind);
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
  readonly #memory: Memory;
  readonly #disk: DiskSync | undefined;
  readonly #begin: SqliteDatabase.Statement;
  readonly #commit: SqliteDatabase.Statement;
  readonly #version: SqliteDatabase.Statement<[], number>;
  /** Rows written through this connection so far. */
  readonly #changes: SqliteDatabase.Statement<[], number>;
  #known: number | undefined;
  #committed = 0;

  constructor(file: SqliteDatabase.Database, { memory, disk }: Behind) {
    super({ database: rememberingStatements(file) });
    this.#file = file;
    this.#memory = memory;
    this.#disk = disk;
    this.#begin = file.prepare('begin immediate');
    this.#commit = file.prepare('commit');
    this.#version = file.prepare<[], number>('pragma data_version').pluck();
    this.#changes = file.prepare<[], number>('select total_changes()').pluck();
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new ForgettingConnection(await super.acquireConnection(), this.#memory);
  }

  override async beginTransaction(): Promise<void> {
    this.#begin.run();
    const version = this.#version.get();
    // Somebody wrote the file past this process, with a tool of SQLite's perhaps.
    if (version !== this.#known) this.#memory.forgetAll();
    this.#known = version;
  }

  override async commitTransaction(): Promise<void> {
    this.#commit.run();
    const changes = this.#changes.get() ?? 0;
    if (changes !== this.#committed) this.#disk?.note();
    this.#committed = changes;
  }

  /** After a full disk SQLite has rolled back by itself; a second ROLLBACK would hide the real error. */
  override async rollbackTransaction(): Promise<void> {
    this.#memory.forgetAll();
    if (this.#file.inTransaction) this.#file.exec('rollback');
  }
}

/** Of the different queries that the product asks, those of a day. */
const MOST_STATEMENTS = 400;

/** Preparing a statement takes as long as running it three times. */
function rememberingStatements(file: SqliteDatabase.Database): PreparingDatabase {
  const known = new Map<string, SqliteDatabase.Statement<unknown[]>>();
  return {
    close: () => void file.close(),
    prepare(sql) {
      const found = known.get(sql);
      // One that is being streamed cannot run a second time beside that.
      if (found && !found.busy) return found;
      if (known.size >= MOST_STATEMENTS) known.clear();
      const statement = file.prepare<unknown[]>(sql);
      known.set(sql, statement);
      return statement;
    },
  };
}

/** Queries run at once here, so nothing can be asked between the forgetting and the writing. */
class ForgettingConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #memory: Memory;

  constructor(connection: DatabaseConnection, memory: Memory) {
    this.#connection = connection;
    this.#memory = memory;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    forgetWritten(this.#memory, writtenBy(query.query));
    return this.#connection.executeQuery<Row>(query);
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunkSize ?? 1);
  }
}
