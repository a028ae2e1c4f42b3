/**
 * How long an account waits until its bot begins again after an end that nobody asked for: a second, twice as long each
 * time that it ends soon again, a minute at most. A bot that has run for a minute begins anew with a second.
 */

import type { AccountId } from './domain/ids.js';
import type { Clock } from './ports/clock.js';

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
const HEALTHY_MS = 60_000;

interface Restart {
  /** On the monotonic clock. */
  readonly begunAt: number;
  readonly pause: number;
  readonly until: number;
}

export class RestartPauses {
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #restarts = new Map<AccountId, Restart>();

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  noteBegun(id: AccountId): void {
    const pause = this.#restarts.get(id)?.pause ?? 0;
    this.#restarts.set(id, { begunAt: this.#clock.monotonic(), pause, until: -Infinity });
  }

  /** Returns the pause in milliseconds. */
  noteEnded(id: AccountId): number {
    const now = this.#clock.monotonic();
    const { begunAt, pause: last } = this.#restarts.get(id) ?? { begunAt: now, pause: 0 };
    const isFirst = last === 0 || now - begunAt >= HEALTHY_MS;
    const pause = isFirst ? FIRST_MS : Math.min(LONGEST_MS, 2 * last);
    this.#restarts.set(id, { begunAt, pause, until: now + pause });
    return pause;
  }

  isOver(id: AccountId): boolean {
    return (this.#restarts.get(id)?.until ?? -Infinity) <= this.#clock.monotonic();
  }

  /** Milliseconds until the first of the pauses is over; Infinity when there is none. */
  next(): number {
    const now = this.#clock.monotonic();
    const waiting = [...this.#restarts.values()].map(({ until }) => until - now).filter((left) => left > 0);
    return Math.min(...waiting);
  }
}
