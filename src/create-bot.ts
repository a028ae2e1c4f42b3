/** The bot with all its features and words, over any gateway and clock. */

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { sayAlert } from './copy/zh-cn/alerts.js';
import { sayConfirmation } from './copy/zh-cn/confirmation.js';
import { sayFault, sayRefusal } from './copy/zh-cn/refusals.js';
import { describeRoom } from './copy/zh-cn/rooms.js';
import type { Pacing } from './domain/pacing.js';
import { features } from './features.js';
import { Bot } from './kit/bot.js';
import { Catalogue } from './kit/catalogue.js';
import type { ClockGuard } from './kit/clock-guard.js';
import type { Lease } from './kit/lease.js';
import type { Alerter } from './ports/alert.js';
import type { ChatGateway } from './ports/chat-gateway.js';
import type { Clock } from './ports/clock.js';
import type { CodeReader } from './ports/code-reader.js';
import type { GraphicRenderer } from './ports/graphic-renderer.js';
import { noPictures, type PictureShelf } from './ports/picture-shelf.js';
import type { WakeUps } from './ports/wake-ups.js';
import type { Database, Tx } from './storage/database.js';
import { parseDay, understand } from './understand.js';

export interface BotParts {
  readonly accountName: string;
  readonly pacing: Pacing;
  readonly log: Logger;
  readonly database: Database;
  readonly gateway: ChatGateway;
  readonly clock: Clock;
  /** None unless given. */
  readonly pictures?: PictureShelf;
  /** None unless given. */
  readonly graphics?: GraphicRenderer;
  /** None unless given. */
  readonly codes?: CodeReader;
  readonly clockGuard?: ClockGuard;
  readonly alerter?: Alerter;
  /** Absent where no other process can have the account. */
  readonly lease?: Lease;
  /** Absent where rows are looked at by hand. */
  readonly wakeUps?: WakeUps<Tx>;
}

export function createBot(parts: BotParts): Promise<Bot> {
  return Bot.create({
    pictures: noPictures,
    ...parts,
    catalogue: new Catalogue(features),
    wording: {
      refusal: sayRefusal,
      fault: sayFault,
      room: (room) => describeRoom(room.kind, room.id),
      alert: sayAlert,
      confirmation: sayConfirmation,
    },
    understand,
    parseDay,
    newIncident: () => randomBytes(3).toString('hex'),
    random: Math.random,
  });
}
