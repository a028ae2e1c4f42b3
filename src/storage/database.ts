/**
 * The database: one door, `transaction`, for both dialects.
 *
 * Queries get a `Tx` and never see the connection behind it, so that nothing can run beside an open transaction
 * (on SQLite that would wait for itself) and a query that outlives its transaction throws.
 */

import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Awaitable } from './awaitable.js';
import type { Held } from './held.js';
import type { Memory } from './memory.js';
import { OpenTransaction, openTransactionOf, register, StepFailedError } from './open-transaction.js';
import type { PreparedStatement } from './prepared-sqlite.js';
import { isTransient, isUnavailable, pauseBeforeRetry } from './retry.js';
import type { Schema } from './schema.js';

/** An open transaction. */
export type Tx = Kysely<Schema>;
export type Dialect = 'sqlite' | 'postgres';

export interface Engine {
  readonly dialect: Dialect;
  readonly kysely: Kysely<Schema>;
  /** Where it is, without credentials, for people to read. */
  readonly place: string;
  /** Prepares a statement on the one connection; absent where there are many connections. */
  prepare?(query: CompiledQuery): PreparedStatement;
  /** What is remembered of it; absent where other processes write it too. */
  readonly memory?: Memory;
  /** What is held of an open transaction; absent where a statement is no trip to another process. */
  heldOf?(tx: Tx): Promise<Held>;
  /** Resolves when all that is committed by now is on the disk; absent where a commit resolves no sooner. */
  reachDisk?(): Promise<void>;
  /** Releases what opening took beyond the connection itself. */
  release(): Promise<void>;
}

/** A transaction that is committed: others see it, and a loss of power may still undo it until it is durable. */
export interface Committed<T> {
  readonly result: T;
  /** Nobody outside may be told of the transaction before. */
  readonly durable: Promise<void>;
}

const ATTEMPTS = 40;
const DURABLE = Promise.resolve();

export class Database {
  readonly dialect: Dialect;
  readonly place: string;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.dialect = engine.dialect;
    this.place = engine.place;
  }

  /**
   * Runs `work` in one transaction, again as a whole when the database or a failed step asks for it. Resolves when it is durable;
   * rejects with what `work` threw.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { result, durable } = await this.commit(work);
    await durable;
    return result;
  }

  /** As `transaction`, but resolves at the commit: for who has more to write while the disk is at it. */
  async commit<T>(work: (tx: Tx) => Promise<T>): Promise<Committed<T>> {
    let guarded = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await this.#once(work, guarded);
        return { result, durable: this.#engine.reachDisk?.() ?? DURABLE };
      } catch (error) {
        if (error instanceof StepFailedError && !guarded) {
          guarded = true;
          continue;
        }
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
        await pauseBeforeRetry(attempt);
      }
    }
  }

  /** For migrations alone, which bring transactions of their own. */
  async migrating<T>(work: (kysely: Kysely<Schema>) => Promise<T>): Promise<T> {
    const result = await work(this.#engine.kysely);
    await this.#engine.reachDisk?.();
    return result;
  }

  async close(): Promise<void> {
    await this.#engine.kysely.destroy();
    await this.#engine.release();
  }

  async #once<T>(work: (tx: Tx) => Promise<T>, guarded: boolean): Promise<T> {
    const open = new OpenTransaction(this.#engine, guarded);
    const kysely = this.#engine.kysely.withPlugin(open);
    try {
      return await kysely.transaction().execute(async (tx) => {
        register(tx, open);
        open.held = await this.#engine.heldOf?.(tx);
        const result = await work(tx);
        open.assertWhole();
        return result;
      });
    } finally {
      open.end();
    }
  }
}

/**
 * Runs a step of a transaction whose failure undoes its own writes alone, and is then answered by `recover`.
 *
 * Nearly all steps succeed, so at first none has a savepoint; when one fails, the whole transaction starts again and
 * each step gets its own. What a step does beside the database may therefore happen twice.
 */
export function inStep<T>(tx: Tx, work: () => Awaitable<T>, recover: (error: unknown) => Awaitable<T>): Awaitable<T> {
  const open = openTransactionOf(tx);
  if (open.guarded) return inSavepoint(tx, work, recover);
  const failed = (error: unknown): never => {
    throw isUnavailable(error) ? error : open.fail(error);
  };
  try {
    const done = work();
    return done instanceof Promise ? done.catch(failed) : done;
  } catch (error) {
    return failed(error);
  }
}

async function inSavepoint<T>(tx: Tx, work: () => Awaitable<T>, recover: (error: unknown) => Awaitable<T>): Promise<T> {
  await sql`savepoint step`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint step`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint step`.execute(tx);
    await sql`release savepoint step`.execute(tx);
    return recover(error);
  }
}
