/**
 * Days that break no streak: those on which the course rests, those that a manager names, and those on which the bot was not
 * there: at least six hours of 06:00 to 24:00, or all of the last two hours before midnight, in the room's zone. Nobody can
 * be asked to know when to try again.
 */

import { addDays, type LocalDay } from './local-day.js';
import { instantOf } from './local-time.js';

export type ProtectionCause = 'outage' | 'staff' | 'rest';

/** While the bot was not online; instants in ms. */
export interface Outage {
  readonly since: number;
  readonly until: number;
}

const HOUR_MS = 3_600_000;
const FROM_MINUTE = 6 * 60;
const MOST_HOURS_AWAY = 6;
const LAST_HOURS = 2;

/** The instants of a room's day between which the bot has to be there. */
export function watchedHours(day: LocalDay, zone: string): Outage {
  return { since: instantOf(day, FROM_MINUTE, zone), until: instantOf(addDays(day, 1), 0, zone) };
}

export function isProtectedBy(outages: readonly Outage[], day: LocalDay, zone: string): boolean {
  const { since, until } = watchedHours(day, zone);
  const lastHours = { since: until - LAST_HOURS * HOUR_MS, until };
  const isAwayAtTheEnd = timeAway(outages, lastHours) >= LAST_HOURS * HOUR_MS;
  return isAwayAtTheEnd || timeAway(outages, { since, until }) >= MOST_HOURS_AWAY * HOUR_MS;
}

/** Milliseconds of `span` in at least one of the outages, which may overlap. */
function timeAway(outages: readonly Outage[], span: Outage): number {
  let away = 0;
  let reached = span.since;
  for (const { since, until } of outages.toSorted((a, b) => a.since - b.since)) {
    const from = Math.max(since, reached);
    const to = Math.min(until, span.until);
    if (to <= from) continue;
    away += to - from;
    reached = to;
  }
  return away;
}
