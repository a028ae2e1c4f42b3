/** Opens the way by which wake-ups come: pg-boss where several processes share a database, memory where one has it. */

import type { Logger } from 'pino';
import type { AccountId } from './domain/ids.js';
import { InProcessWakeUps } from './kit/in-process-wake-ups.js';
import type { Clock } from './ports/clock.js';
import type { WakeUps } from './ports/wake-ups.js';
import type { Database, Tx } from './storage/database.js';
import { PgBossWakeUps } from './storage/pg-boss-wake-ups.js';

export interface WakeUpsOptions {
  readonly database: Database;
  readonly url: string;
  readonly accountId: AccountId;
  readonly clock: Clock;
  readonly log: Logger;
}

export function openWakeUps({ database, ...options }: WakeUpsOptions): WakeUps<Tx> {
  return database.dialect === 'postgres' ? new PgBossWakeUps(options) : new InProcessWakeUps(options.clock);
}
