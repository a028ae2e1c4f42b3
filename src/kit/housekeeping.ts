/** Forgets what need not be kept: traces of delivery after two weeks, people's words after ninety days. */

import type { Logger } from 'pino';
import { ADDRESS_KEPT_MS } from '../domain/gift.js';
import type { Clock } from '../ports/clock.js';
import { expireChainQuestions } from '../storage/chain-questions.js';
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
    dayBefore: now - DAY_MS,
    tracesBefore: now - TRACE_DAYS * DAY_MS,
    textBefore: now - TEXT_DAYS * DAY_MS,
    addressesBefore: now - ADDRESS_KEPT_MS,
  };
  try {
    const expired = await database.transaction((tx) => expireChainQuestions(tx, now));
    if (expired > 0) log.info({ expired }, 'lines of chain lists were given up: nobody said whose they are');
    while ((await database.transaction((tx) => forgetExpired(tx, expiry))) > 0);
  } catch (error) {
    log.warn({ err: error }, 'housekeeping could not go on, trying again tomorrow');
  }
}
