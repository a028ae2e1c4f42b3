/**
 * Takes events in: those that wait together share one transaction, and so one write to the disk. While the disk is at it, the
 * next ones have their transaction.
 *
 * An event counts as taken only once its transaction is durable. While the database is away the events wait in
 * order, up to a bound, and are tried again.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ChatEvent } from '../ports/chat-gateway.js';
import type { Committed, Database, Tx } from '../storage/database.js';
import { LeaseLostError } from '../storage/leases.js';
import { isUnavailable } from '../storage/retry.js';
import type { Dispatcher } from './dispatcher.js';

export interface IntakeOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly log: Logger;
  /** Called when a transaction is durable: something may wait in the outbox. */
  onStored(): void;
}

interface Waiting {
  readonly event: ChatEvent;
  readonly done: () => void;
}

type Stored = Pick<Committed<void>, 'durable'>;

const STORED: Stored = { durable: Promise.resolve() };
/** On SQLite half as many: of two batches in flight one has its transaction while the disk takes the other. */
const BATCH = { sqlite: 32, postgres: 64 } as const;
const MOST_WAITING = 50_000;
const LONGEST_PAUSE_MS = 10_000;

export class Intake {
  readonly #options: IntakeOptions;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  /** Those of the latest transaction are told last. */
  #telling: Promise<void> = Promise.resolve();
  #stopping = false;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Resolves when the event is stored, or given up with a logged fault. */
  take(event: ChatEvent): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING) {
      this.#options.log.error({ type: event.type }, 'event dropped: too many are waiting for the database');
      return Promise.resolve();
    }
    return new Promise<void>((done) => {
      this.#waiting.push({ event, done });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more; used at the end and in tests. */
  async settle(): Promise<void> {
    for (;;) {
      await this.#running;
      const telling = this.#telling;
      await telling;
      if (!this.#running && telling === this.#telling) return;
    }
  }

  /** Stops waiting for a database that is away. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.settle();
  }

  async #run(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#takeBatch();
    this.#running = undefined;
  }

  async #takeBatch(): Promise<void> {
    const batch = this.#waiting.splice(0, BATCH[this.#options.database.dialect]);
    const { durable } = await this.#store(batch);
    this.#telling = this.#tell(batch, durable);
  }

  async #tell(batch: readonly Waiting[], durable: Promise<void>): Promise<void> {
    const { log, onStored } = this.#options;
    await durable.catch((error: unknown) =>
      log.error({ err: error, events: batch.length }, 'stored, but not on the disk'),
    );
    for (const { done } of batch) done();
    onStored();
  }

  async #store(batch: readonly Waiting[]): Promise<Stored> {
    const { database, log } = this.#options;
    const events = batch.map(({ event }) => event);
    for (let attempt = 0; ; attempt++) {
      try {
        return await database.commit((tx) => this.#handle(tx, events));
      } catch (error) {
        if (!isUnavailable(error) || this.#stopping) return this.#storeOneByOne(batch, error);
        log.warn({ err: error, waiting: batch.length }, 'database unavailable, trying again');
        await sleep(Math.min(LONGEST_PAUSE_MS, 200 * 2 ** Math.min(attempt, 6)));
      }
    }
  }

  /** One event that breaks its transaction must not take its neighbours along. */
  async #storeOneByOne(batch: readonly Waiting[], reason: unknown): Promise<Stored> {
    const { log } = this.#options;
    if (reason instanceof LeaseLostError) {
      log.warn({ events: batch.length }, 'left to who runs the account now');
    } else if (batch.length === 1) {
      log.error({ err: reason, type: batch[0]?.event.type }, 'event could not be stored');
    } else {
      for (const { event } of batch) await this.#storeAlone(event);
    }
    return STORED;
  }

  async #storeAlone(event: ChatEvent): Promise<void> {
    const { log, database } = this.#options;
    await database
      .transaction((tx) => this.#handle(tx, [event]))
      .catch((error: unknown) => log.error({ err: error, type: event.type }, 'event could not be stored'));
  }

  #handle(tx: Tx, events: readonly ChatEvent[]): Promise<void> {
    return this.#options.dispatcher.handle(tx, events);
  }
}
