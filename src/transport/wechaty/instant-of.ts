/** Platforms tell time in seconds or in milliseconds; the bot counts milliseconds. */

import type { Instant } from '../../ports/clock.js';

/** As milliseconds this is March 1973, as seconds the year 5138. */
const SECONDS_BELOW = 100_000_000_000;

/** `otherwise` when the platform did not tell the time. */
export function instantOf(timestamp: number | undefined, otherwise: Instant): Instant {
  if (timestamp === undefined || !Number.isFinite(timestamp) || timestamp <= 0) return otherwise;
  return Math.round(timestamp < SECONDS_BELOW ? timestamp * 1_000 : timestamp);
}
