/** Kysely on a pool of pipelining connections to PostgreSQL. */

import { type DatabaseConnection, PostgresDialect, PostgresDriver, type TransactionSettings } from 'kysely';
import type pg from 'pg';
import { PipeliningConnection } from './pipelining-connection.js';

export class PipeliningDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  /** `pool`: of clients in pipeline mode. */
  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): PipeliningDriver {
    return new PipeliningDriver(this.#pool);
  }
}

class PipeliningDriver extends PostgresDriver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PipeliningConnection(await this.#pool.connect());
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.isolationLevel || settings.accessMode) throw new Error('Transactions have no settings here.');
    ours(connection).begin();
  }

  override commitTransaction(connection: DatabaseConnection): Promise<void> {
    return ours(connection).commit();
  }

  override rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return ours(connection).rollback();
  }

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ours(connection).release();
  }
}

function ours(connection: DatabaseConnection): PipeliningConnection {
  if (!(connection instanceof PipeliningConnection)) throw new Error('This connection is of another driver.');
  return connection;
}
