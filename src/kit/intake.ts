/**
 * Takes events in: those that wait together share one transaction, and so one write to the disk.
 *
 * An event counts as taken only once its transaction has committed. While the database is away the events wait in
 * order, up to a bound, and are tried again.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ChatEvent } from '../ports/chat-gateway.js';
import type { Database } from '../storage/database.js';
import { LeaseLostError } from '../storage/leases.js';
import { isUnavailable } from '../storage/retry.js';
import type { Dispatcher } from './dispatcher.js';

export interface IntakeOptions {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  readonly log: Logger;
  /** Called after each commit: something may wait in the outbox. */
  onCommitted(): void;
}

interface Waiting {
  readonly event: ChatEvent;
  readonly done: () => void;
}

const BATCH = 64;
const MOST_WAITING = 50_000;
const LONGEST_PAUSE_MS = 10_000;

export class Intake {
  readonly #options: IntakeOptions;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
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
    while (this.#running) await this.#running;
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
    const batch = this.#waiting.splice(0, BATCH);
    await this.#store(batch);
    for (const { done } of batch) done();
    this.#options.onCommitted();
  }

  async #store(batch: readonly Waiting[]): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#transact(batch);
      } catch (error) {
        if (!isUnavailable(error) || this.#stopping) return this.#storeOneByOne(batch, error);
        this.#options.log.warn({ err: error, waiting: batch.length }, 'database unavailable, trying again');
        await sleep(Math.min(LONGEST_PAUSE_MS, 200 * 2 ** Math.min(attempt, 6)));
      }
    }
  }

  /** One event that breaks its transaction must not take its neighbours along. */
  async #storeOneByOne(batch: readonly Waiting[], reason: unknown): Promise<void> {
    const { log } = this.#options;
    if (reason instanceof LeaseLostError) return log.warn({ events: batch.length }, 'left to who runs the account now');
    if (batch.length === 1) return log.error({ err: reason, type: batch[0]?.event.type }, 'event could not be stored');
    for (const one of batch) {
      await this.#transact([one]).catch((error: unknown) => {
        log.error({ err: error, type: one.event.type }, 'event could not be stored');
      });
    }
  }

  async #transact(batch: readonly Waiting[]): Promise<void> {
    const events = batch.map(({ event }) => event);
    await this.#options.database.transaction((tx) => this.#options.dispatcher.handle(tx, events));
  }
}
