/** What a person outside WeChat is told. Nothing of it is about a member. Moments are instants. */

import type { StopCause } from './stop.js';

export type AlertNews = StopNews | OfflineNews | BackNews;

/** Whatever the bot starts is stopped. */
export interface StopNews {
  readonly kind: StopCause;
  readonly at: number;
  readonly until: number;
  /** Posts that wait in the outbox now. */
  readonly waiting: number;
  /** Posts that fall due before `until`. */
  readonly due: number;
}

export interface OfflineNews {
  readonly kind: 'offline';
  readonly since: number;
  /** Somebody has to scan a code. */
  readonly scan: boolean;
}

export interface BackNews {
  readonly kind: 'online';
  /** When the connection was lost. */
  readonly since: number;
  readonly at: number;
}
