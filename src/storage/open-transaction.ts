/**
 * What is known of an open transaction beside its queries: whether it has ended, whether its steps are guarded by
 * savepoints, and how its statements are run.
 */

import type {
  Kysely,
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import type { Engine } from './database.js';
import type { Held } from './held.js';
import type { Memory } from './memory.js';
import type { Schema } from './schema.js';

/** A step failed in a transaction without savepoints: all of it has to run again, with them. */
export class StepFailedError extends Error {
  override readonly name = 'StepFailedError';

  constructor(cause: unknown) {
    super('A step failed without a savepoint.', { cause });
  }
}

/** As a plugin it makes a forgotten un-awaited query throw instead of running outside of its transaction. */
export class OpenTransaction implements KyselyPlugin {
  readonly engine: Engine;
  /** True when a step that fails undoes itself; false when it undoes the whole transaction. */
  readonly guarded: boolean;
  /** Absent where a statement is no trip. */
  held: Held | undefined;
  #failure: StepFailedError | undefined;
  #ended = false;

  constructor(engine: Engine, guarded: boolean) {
    this.engine = engine;
    this.guarded = guarded;
  }

  /** That of the database, or where other processes write it too, one that ends with the transaction. */
  get memory(): Memory | undefined {
    return this.engine.memory ?? this.held?.memory;
  }

  /** Nothing of this transaction may be kept; `assertWhole` says so at its end, whoever may have caught the error. */
  fail(cause: unknown): StepFailedError {
    this.#failure ??= new StepFailedError(cause);
    return this.#failure;
  }

  assertWhole(): void {
    if (this.#failure) throw this.#failure;
  }

  assertOpen(): void {
    if (this.#ended) throw new Error('A query came after the end of its transaction.');
  }

  end(): void {
    this.#ended = true;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    this.assertOpen();
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}

const open = new WeakMap<Kysely<Schema>, OpenTransaction>();

export function register(tx: Kysely<Schema>, transaction: OpenTransaction): void {
  open.set(tx, transaction);
}

export function openTransactionOf(tx: Kysely<Schema>): OpenTransaction {
  const transaction = open.get(tx);
  if (!transaction) throw new Error('This is not the handle of a transaction.');
  return transaction;
}
