/** A clock that a test moves by hand. */

import type { Clock, Instant } from '../../src/ports/clock.js';

export class ManualClock implements Clock {
  #now: Instant;
  #monotonic = 0;

  constructor(start = '2026-03-02T08:00:00+08:00') {
    this.#now = Date.parse(start);
  }

  now(): Instant {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    this.#monotonic += milliseconds;
  }
}
