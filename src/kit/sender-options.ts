/** What the sender is made of. */

import type { Logger } from 'pino';
import type { AccountId } from '../domain/ids.js';
import type { Pacing } from '../domain/pacing.js';
import type { ChatGateway } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import type { GraphicRenderer } from '../ports/graphic-renderer.js';
import type { PictureShelf } from '../ports/picture-shelf.js';
import type { Database } from '../storage/database.js';
import type { Alarm } from './alarm.js';
import type { Catalogue } from './catalogue.js';
import type { Lease } from './lease.js';

export interface SenderOptions {
  readonly database: Database;
  readonly gateway: ChatGateway;
  readonly accountId: AccountId;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pacing: Pacing;
  readonly pictures: PictureShelf;
  readonly graphics: GraphicRenderer;
  readonly catalogue: Catalogue;
  readonly alarm: Alarm;
  /** Absent where no other process can have the account. */
  readonly lease?: Lease;
  /** Uniform in [0, 1); the jitter of the pace. */
  random(): number;
}
