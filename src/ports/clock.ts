/** The only way to learn the time. Nothing else in `src` reads it. */

/** A moment: integer milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export interface Clock {
  /** The wall clock, as the community sees it. It may jump. */
  now(): Instant;
  /** Milliseconds that only ever grow, from an arbitrary start: for measuring how long something took. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

/** A clock whose hands a person may move; only simulated communities have one. */
export interface MovableClock extends Clock {
  /** Puts the wall clock on `instant`. One that has passed changes nothing: time only moves forward. */
  moveTo(instant: Instant): void;
}
