/** Forgets what need not be kept: traces of delivery after two weeks, people's words after ninety days. */

import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.js';
import type { Database } from '../storage/database.js';
import { forgetExpired } from '../storage/housekeeping.js';

const DAY_MS = 86_400_000;
const TRACE_DAYS = 14;
/** How long text is kept (product rules, section 13). */
const TEXT_DAYS = 90;

export interface HousekeepingOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Never rejects; what could not be forgotten is forgotten the next time. */
export async function keepHouse({ database, clock, log }: HousekeepingOptions): Promise<void> {
  const now = clock.now();
  const expiry = {
    tracesBefore: now - TRACE_DAYS * DAY_MS,
    textBefore: now - TEXT_DAYS * DAY_MS,
  };
  try {
    while ((await database.transaction((tx) => forgetExpired(tx, expiry))) > 0);
  } catch (error) {
    log.warn({ err: error }, 'housekeeping could not go on, trying again tomorrow');
  }
}
