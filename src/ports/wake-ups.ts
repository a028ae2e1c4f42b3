/**
 * Wake-ups: hints that a row wants to be looked at. The rows are the truth: a wake-up that is lost, late, doubled or for
 * nothing changes nothing but the moment.
 */

import type { AccountId } from '../domain/ids.js';
import type { Instant } from './clock.js';

export interface WakeUp {
  /** `plan`: a schedule falls due. `send`: something may leave. */
  readonly kind: 'plan' | 'send';
  readonly accountId: AccountId;
  readonly at: Instant;
}

export interface WakeUps<Tx> {
  /** Comes with the transaction: asked for once it is committed, and never if it is not. Asked twice is asked once. */
  ask(tx: Tx, wakeUp: WakeUp): Promise<void>;
  /** Returns at once; `hear` is told, about when it was asked for, by whatever process. */
  start(hear: (wakeUp: WakeUp) => void): void;
  /** Nothing is heard after it. Never rejects. */
  stop(): Promise<void>;
}
