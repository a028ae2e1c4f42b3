/** What a gateway over wechaty is made from. */

import type { Logger } from 'pino';
import type { GatewayCapabilities } from '../../ports/chat-gateway.js';
import type { Clock } from '../../ports/clock.js';
import type { PuppetSource } from './open-puppet.js';

export interface WechatyGatewayOptions {
  readonly puppet: PuppetSource;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Where wechaty keeps the login, without its ending `.memory-card.json`; in memory unless told. */
  readonly memoryPath?: string;
  /** What this provider is known to do beyond, or short of, its kind of puppet. */
  readonly capabilities?: Partial<GatewayCapabilities>;
  /** Milliseconds between two rooms whose members are read: 1,000 unless told. */
  readonly rosterGapMs?: number;
  /** Milliseconds between two rounds of reading all rooms: half an hour unless told. */
  readonly rosterEveryMs?: number;
  /** From 0 up to 1; for the jitter of the pauses. */
  readonly random?: () => number;
}
