/**
 * What is held of one transaction where every statement is a trip: answers that were read for all of a batch, rows that wait
 * to be written together, and ids that were taken ahead.
 *
 * Rows wait until another statement names their table, and until the commit at the latest.
 */

import type { CompiledQuery, RootOperationNode } from 'kysely';
import type { AccountId } from '../domain/ids.js';
import { forgetWritten, Memory } from './memory.js';
import { mayName, writtenBy } from './query-tables.js';

/** The messages that a transaction takes in. */
export interface Batch {
  readonly accountId: AccountId;
  /** For each the room and who speaks, by the ids of the platform: literals of arrays. */
  readonly rooms: string;
  readonly senders: string;
  readonly size: number;
  /** Our ids of the rooms, as the first answers brought them; what is asked later goes by these. */
  roomIds: string;
}

/** Rows of one table that wait. */
interface Gathered {
  readonly table: string;
  compile(): CompiledQuery;
}

/** Sends a statement without waiting for those before it. Who waits for a later one hears of its failure too. */
export type Send = (query: CompiledQuery) => Promise<{ readonly rows: readonly unknown[] }>;

interface Started {
  readonly rows: Promise<readonly unknown[]>;
  /** By which to tell whether anything was forgotten since. */
  readonly forgotten: number;
}

export class Held {
  readonly memory = new Memory();
  readonly #send: Send;
  /** Absent in transactions that are no batch: they write as they go. */
  batch: Batch | undefined;
  #gathered = new Map<object, Gathered>();
  readonly #ahead = new Map<object, number>();
  readonly #started = new Map<object, Started>();
  readonly #ids = new Map<string, number[]>();
  /** Ids on their way. */
  fetchingIds: Promise<void> | undefined;

  constructor(send: Send) {
    this.#send = send;
  }

  /** `kind`: whatever is always the same for rows that are written by one statement, and no others. */
  gatheredBy<Rows extends Gathered>(kind: object, start: () => Rows): Rows {
    const known = this.#gathered.get(kind);
    if (known) return known as Rows;
    const begun = start();
    this.#gathered.set(kind, begun);
    return begun;
  }

  /** To be asked of every statement, right before it leaves. True when what waits must go before it. */
  concerns(query: RootOperationNode): boolean {
    forgetWritten(this.memory, writtenBy(query));
    return this.#gathered.size > 0 && this.#touches(query);
  }

  /** What waits, in the order in which the first of each kind came. */
  takeWrites(): readonly CompiledQuery[] {
    const gathered = [...this.#gathered.values()];
    this.#gathered = new Map();
    return gathered.map((rows) => rows.compile());
  }

  idsOf(table: string): number[] {
    const known = this.#ids.get(table);
    if (known) return known;
    const ids: number[] = [];
    this.#ids.set(table, ids);
    return ids;
  }

  send(query: CompiledQuery): Promise<readonly unknown[]> {
    return this.#send(query).then(({ rows }) => rows);
  }

  /** Sends a question ahead on its way. */
  start(question: object, query: CompiledQuery): void {
    const rows = this.send(query);
    // It may be that nobody comes to ask.
    rows.catch(() => {});
    this.#started.set(question, { rows, forgotten: this.memory.forgotten });
  }

  /** Undefined when the question is not on its way, or what it reads was written meanwhile. */
  takeStarted(question: object): Promise<readonly unknown[]> | undefined {
    const started = this.#started.get(question);
    this.#started.delete(question);
    return started?.forgotten === this.memory.forgotten ? started.rows : undefined;
  }

  /** How often the question was asked ahead by now, this time included. */
  timesAhead(question: object): number {
    const times = (this.#ahead.get(question) ?? 0) + 1;
    this.#ahead.set(question, times);
    return times;
  }

  #touches(query: RootOperationNode): boolean {
    if (writtenBy(query) === 'every') return true;
    return mayName(
      query,
      [...this.#gathered.values()].map(({ table }) => table),
    );
  }
}
