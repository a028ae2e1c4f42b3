/** Runs as the real clock does, on a date of the benchmark's own that can jump from one day to the next. */

import type { Clock, Instant } from '../../src/ports/clock.js';

const DAY_MS = 86_400_000;

export class BenchClock implements Clock {
  #midnight: Instant;
  readonly #start = performance.now();

  /** It is 08:00 in Shanghai on `day`, which is midnight in UTC. */
  constructor(day: number) {
    this.#midnight = day * DAY_MS;
  }

  now(): Instant {
    return this.#midnight + Math.floor(performance.now() - this.#start);
  }

  monotonic(): number {
    return performance.now();
  }

  /** Goes on in the morning of `day`, unless it has come. */
  reach(day: number): void {
    this.#midnight = Math.max(this.#midnight, day * DAY_MS);
  }
}
