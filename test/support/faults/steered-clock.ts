/** A clock that its judge puts wherever it likes; the monotonic one follows forwards alone. */

import type { Clock, Instant } from '../../../src/ports/clock.js';

export class SteeredClock implements Clock {
  #now: Instant;
  #monotonic = 0;

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  put(now: Instant): void {
    this.#monotonic += Math.max(0, now - this.#now);
    this.#now = now;
  }

  /** The wall clock alone, as when somebody sets it. */
  jump(by: number): void {
    this.#now += by;
  }
}
