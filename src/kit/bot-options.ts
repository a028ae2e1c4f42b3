/** What a bot is made of. */

import type { Logger } from 'pino';
import type { Alerter } from '../ports/alert.js';
import type { ChatGateway } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import type { CodeReader } from '../ports/code-reader.js';
import type { GraphicRenderer } from '../ports/graphic-renderer.js';
import type { WakeUps } from '../ports/wake-ups.js';
import type { Database, Tx } from '../storage/database.js';
import type { ClockGuard } from './clock-guard.js';
import type { DispatcherOptions } from './dispatcher-options.js';

export interface BotOptions extends Omit<
  DispatcherOptions,
  'accountId' | 'requestRoster' | 'requestCodes' | 'onlineSince'
> {
  readonly database: Database;
  readonly gateway: ChatGateway;
  readonly clock: Clock;
  readonly log: Logger;
  /** Absent where the clock is moved by hand. */
  readonly clockGuard?: ClockGuard;
  /** Absent where nothing draws. */
  readonly graphics?: GraphicRenderer;
  /** Absent where nothing reads codes. */
  readonly codes?: CodeReader;
  /** Absent where nobody wants to be told. */
  readonly alerter?: Alerter;
  /** Absent where rows are looked at by hand. */
  readonly wakeUps?: WakeUps<Tx>;
  random(): number;
}
