/** What the sender is made of. */

import type { Logger } from 'pino';
import type { AccountId } from '../domain/ids.js';
import type { Pacing } from '../domain/pacing.js';
import type { ChatGateway } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import type { Database } from '../storage/database.js';
import type { Catalogue } from './catalogue.js';

export interface SenderOptions {
  readonly database: Database;
  readonly gateway: ChatGateway;
  readonly accountId: AccountId;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pacing: Pacing;
  readonly catalogue: Catalogue;
  /** Uniform in [0, 1); the jitter of the pace. */
  random(): number;
}
