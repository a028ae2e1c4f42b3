/**
 * The database: one door, `transaction`, for both dialects.
 *
 * Queries get a `Tx` and never see the connection behind it, so that nothing can run beside an open transaction
 * (on SQLite that would wait for itself) and a query that outlives its transaction throws.
 */

import { type Kysely, sql } from 'kysely';
import { EndedTransactionGuard } from './ended-transaction-guard.js';
import { isTransient, pauseBeforeRetry } from './retry.js';
import type { Schema } from './schema.js';

/** An open transaction. */
export type Tx = Kysely<Schema>;
export type Dialect = 'sqlite' | 'postgres';

export interface Engine {
  readonly dialect: Dialect;
  readonly kysely: Kysely<Schema>;
  /** Where it is, without credentials, for people to read. */
  readonly place: string;
  /** Releases what opening took beyond the connection itself. */
  release(): void;
}

const ATTEMPTS = 40;

export class Database {
  readonly dialect: Dialect;
  readonly place: string;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.dialect = engine.dialect;
    this.place = engine.place;
  }

  /** Runs `work` in one transaction, again as a whole when the database asks for it. Rejects with what `work` threw. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
        await pauseBeforeRetry(attempt);
      }
    }
  }

  /** For migrations alone, which bring transactions of their own. */
  async migrating<T>(work: (kysely: Kysely<Schema>) => Promise<T>): Promise<T> {
    return work(this.#engine.kysely);
  }

  async close(): Promise<void> {
    await this.#engine.kysely.destroy();
    this.#engine.release();
  }

  async #once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const guard = new EndedTransactionGuard();
    try {
      return await this.#engine.kysely.withPlugin(guard).transaction().execute(work);
    } finally {
      guard.end();
    }
  }
}

/** Runs `work` so that its failure undoes its own writes and leaves the transaction usable. */
export async function inSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint step`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint step`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint step`.execute(tx);
    await sql`release savepoint step`.execute(tx);
    throw error;
  }
}
