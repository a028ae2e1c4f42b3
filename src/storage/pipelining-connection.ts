/**
 * A connection to PostgreSQL on which a transaction's first statement takes BEGIN along, its COMMIT what it still held back, and
 * statements that come again are prepared.
 */

import { CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import type pg from 'pg';
import type { Tx } from './database.js';
import { Held } from './held.js';

/** A query under whose name the connection keeps its plan. */
export interface NamedQuery extends CompiledQuery {
  readonly name?: string;
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
export class PipeliningConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #held = this.#newlyHeld();
  /** Statements on their way that nobody has waited for yet. */
  #ahead: Promise<unknown>[] = [];

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  begin(): void {
    this.#held = this.#newlyHeld();
    this.#ahead = [this.#send(CompiledQuery.raw('begin'))];
  }

  async commit(): Promise<void> {
    this.#sendHeldBack();
    const { command } = await this.#answered(this.#send(CompiledQuery.raw('commit')));
    // So it is answered when a statement had failed, whoever has caught that.
    if (command === 'ROLLBACK') throw new Error('A transaction was committed in which a statement had failed.');
  }

  async rollback(): Promise<void> {
    this.#held = this.#newlyHeld();
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

  #newlyHeld(): Held {
    return new Held((query) => this.#sendAhead(query));
  }

  #sendHeldBack(): void {
    for (const query of this.#held.takeWrites()) this.#ahead.push(this.#send(query));
  }

  #sendAhead(query: CompiledQuery): Promise<pg.QueryResult> {
    const answer = this.#send(query);
    this.#ahead.push(answer);
    return answer;
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
