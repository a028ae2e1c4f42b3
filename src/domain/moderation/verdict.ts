/**
 * What follows an offence: a reminder, then hiding and telling staff, then a proposal to staff. What lies back counts less and
 * less, so a clean month makes up for one slip.
 */

import type { Verdict } from './rule.js';

export interface Counted {
  readonly at: number;
}

const DAY_MS = 86_400_000;
/** After so many days an offence counts half. */
export const HALF_LIFE_DAYS = 30;
/** What lies further back weighs nothing that shows. */
export const COUNTED_FOR_MS = 365 * DAY_MS;
const HIDE_FROM = 1.5;
const PROPOSE_FROM = 2.5;
/** Before a reminder can be read and heeded, nobody goes further than one step. */
const TIME_TO_HEED_MS = 2 * 60_000;

/** How much the offences weigh at `now`, each one when it happens. */
export function weightOf(offences: readonly Counted[], now: number): number {
  return offences.reduce((sum, { at }) => sum + 0.5 ** (Math.max(0, now - at) / DAY_MS / HALF_LIFE_DAYS), 0);
}

/** For an offence at `now`, after those that still stand and count. */
export function decideVerdict(earlier: readonly Counted[], now: number): Verdict {
  const heeded = earlier.filter(({ at }) => now - at >= TIME_TO_HEED_MS);
  const weight = 1 + weightOf(heeded, now);
  if (weight >= PROPOSE_FROM) return 'propose';
  return weight >= HIDE_FROM || earlier.length > heeded.length ? 'hide' : 'warn';
}
