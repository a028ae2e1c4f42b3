/**
 * Kysely on a pool of connections to PostgreSQL, where every statement is a trip to another process: a transaction's first
 * statement takes BEGIN along, its COMMIT what it still held back, and statements that come again are prepared.
 */

import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  PostgresDriver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import type { Tx } from './database.js';
import { Held } from './held.js';

/** A query under whose name the connection keeps its plan. */
export interface NamedQuery extends CompiledQuery {
  readonly name?: string;
}

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

const WRITING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Never reaches the server: the connection answers it with what it holds. */
const WHAT_IS_HELD = CompiledQuery.raw('-- what the connection holds of its transaction');

/** What the connection holds of the transaction that has begun on it. */
export async function heldOf(tx: Tx): Promise<Held> {
  const { rows } = await tx.executeQuery<Held>(WHAT_IS_HELD);
  const [held] = rows;
  if (!held) throw new Error('The connection holds nothing.');
  return held;
}

/** Lives from its being taken out of the pool until it is put back. */
class PipeliningConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #held = new Held();
  /** Statements on their way that nobody has waited for yet. */
  #ahead: Promise<unknown>[] = [];

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  begin(): void {
    this.#held = new Held();
    this.#ahead = [this.#send(CompiledQuery.raw('begin'))];
  }

  async commit(): Promise<void> {
    this.#sendHeldBack();
    const { command } = await this.#answered(this.#send(CompiledQuery.raw('commit')));
    // So it is answered when a statement had failed, whoever has caught that.
    if (command === 'ROLLBACK') throw new Error('A transaction was committed in which a statement had failed.');
  }

  async rollback(): Promise<void> {
    this.#held = new Held();
    this.#ahead = [];
    await this.#send(CompiledQuery.raw('rollback'));
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (query === WHAT_IS_HELD) return { rows: [this.#held as Row] };
    if (this.#held.concerns(query.query)) this.#sendHeldBack();
    const { command, rows, rowCount } = await this.#answered(this.#send(query));
    if (!WRITING.has(command)) return { rows: rows as Row[] };
    return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Nothing is streamed from PostgreSQL.');
  }

  release(): void {
    this.#client.release();
  }

  #sendHeldBack(): void {
    for (const query of this.#held.takeWrites()) this.#ahead.push(this.#send(query));
  }

  #send({ sql, parameters, name }: NamedQuery): Promise<pg.QueryResult> {
    const answer = this.#client.query({ text: sql, values: [...parameters], ...(name !== undefined && { name }) });
    // Whoever waits for it hears of a failure; while nobody does, it is none of the process's business.
    answer.catch(() => {});
    return answer;
  }

  /** The first failure is the reason of those behind it. */
  async #answered(last: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    const ahead = this.#ahead;
    if (ahead.length > 0) {
      this.#ahead = [];
      for (const one of ahead) await one;
    }
    return last;
  }
}
