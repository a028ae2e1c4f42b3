/** Writes what must not be forgotten, again and again until the database has it. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database, Tx } from '../storage/database.js';
import { LeaseLostError } from '../storage/leases.js';

export interface StoringOptions {
  readonly database: Database;
  readonly log: Logger;
  /** Nobody waits for the database any longer. */
  readonly stopping?: AbortSignal;
}

const MOST_ATTEMPTS = 600;

/** Tries for about ten minutes, or until it is stopped, then rejects with what the database said last. */
export async function untilStored<T>(options: StoringOptions, write: (tx: Tx) => Promise<T>): Promise<T> {
  const { database, log, stopping } = options;
  for (let attempt = 0; ; attempt++) {
    try {
      return await database.transaction(write);
    } catch (error) {
      if (error instanceof LeaseLostError) throw error;
      log.warn({ err: error }, 'what happened could not be stored, trying again');
      if (attempt > MOST_ATTEMPTS || stopping?.aborted) throw error;
      await sleep(Math.min(1_000, 20 * 2 ** Math.min(attempt, 6)));
    }
  }
}
