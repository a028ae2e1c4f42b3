/**
 * Kysely on one SQLite file that this process alone writes: transactions begin as writers, and whatever is written is
 * forgotten by the memory of the database.
 */

import type SqliteDatabase from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { forgetWritten, type Memory } from './memory.js';
import { writtenBy } from './query-tables.js';

export class ImmediateDialect extends SqliteDialect {
  readonly #file: SqliteDatabase.Database;
  readonly #memory: Memory;

  constructor(file: SqliteDatabase.Database, memory: Memory) {
    super({ database: file });
    this.#file = file;
    this.#memory = memory;
  }

  override createAdapter(): SqliteAdapter {
    return new WholeMigrationsAdapter();
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#file, this.#memory);
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
  readonly #begin: SqliteDatabase.Statement;
  readonly #commit: SqliteDatabase.Statement;
  readonly #version: SqliteDatabase.Statement<[], number>;
  #known: number | undefined;

  constructor(file: SqliteDatabase.Database, memory: Memory) {
    super({ database: file });
    this.#file = file;
    this.#memory = memory;
    this.#begin = file.prepare('begin immediate');
    this.#commit = file.prepare('commit');
    this.#version = file.prepare<[], number>('pragma data_version').pluck();
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
  }

  /** After a full disk SQLite has rolled back by itself; a second ROLLBACK would hide the real error. */
  override async rollbackTransaction(): Promise<void> {
    this.#memory.forgetAll();
    if (this.#file.inTransaction) this.#file.exec('rollback');
  }
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
