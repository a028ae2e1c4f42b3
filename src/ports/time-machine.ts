/** Moves a simulated community through time. Whatever falls due on the way happens before a move resolves. */

import type { Instant } from './clock.js';

export interface TimeMachine {
  readonly timeZone: string;
  now(): Instant;
  /** Milliseconds forward. */
  moveBy(milliseconds: number): Promise<void>;
  /** To the next moment when clocks in `timeZone` show this time: today or tomorrow, never now. */
  moveToNext(localTime: LocalTimeOfDay): Promise<void>;
  /** The same time of day, tomorrow. */
  nextDay(): Promise<void>;
}

/** `HH:MM`, 24 hours. */
export type LocalTimeOfDay = `${number}:${number}`;
