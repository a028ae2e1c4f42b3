/**
 * Wall-clock time in a zone: which day and minute an instant is there, and which instant a local time names.
 *
 * The process's own zone plays no part. Offsets are remembered per quarter of an hour, the grain of every
 * transition there is, because the calendar behind them is far slower than a check-in may be.
 */

import { Temporal } from 'temporal-polyfill';
import type { LocalDay } from './local-day.js';
import { formatLocalDay } from './local-day.js';

/** Minutes since local midnight, 0 to 1439. */
export type LocalMinute = number;

export interface LocalMoment {
  readonly day: LocalDay;
  readonly minute: LocalMinute;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const QUARTER_MS = 15 * MINUTE_MS;
const REMEMBERED = 4_096;

const offsets = new Map<string, Map<number, number>>();

/** The local day and minute of `instant` (ms) in `zone` (an IANA name). An unknown zone throws a RangeError. */
export function localMomentOf(instant: number, zone: string): LocalMoment {
  const local = instant + offsetAt(instant, zone);
  const day = Math.floor(local / DAY_MS);
  return { day: day as LocalDay, minute: Math.floor((local - day * DAY_MS) / MINUTE_MS) };
}

export function localDayOf(instant: number, zone: string): LocalDay {
  return localMomentOf(instant, zone).day;
}

/** The instant of a local time. A time that the clocks skip moves forward; one that comes twice is the first. */
export function instantOf(day: LocalDay, minute: LocalMinute, zone: string): number {
  const local = day * DAY_MS + minute * MINUTE_MS;
  const offset = offsetAt(local - DAY_MS, zone);
  // No clock is moved within a day of it, as nearly always: the calendar need not be asked.
  if (offsetAt(local + DAY_MS, zone) === offset) return local - offset;
  const plainTime = { hour: Math.floor(minute / 60), minute: minute % 60 };
  return Temporal.PlainDate.from(formatLocalDay(day)).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}

/** False for the rare date that a zone skipped as a whole (Samoa, 30 December 2011). */
export function dayExists(day: LocalDay, zone: string): boolean {
  return localDayOf(instantOf(day, 0, zone), zone) === day;
}

export function isZone(name: string): boolean {
  try {
    offsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

/** `08:00` → 480; also `8:00` and `8：00`. Undefined when it is no time of day. */
export function parseLocalMinute(text: string): LocalMinute | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

export function formatLocalMinute(minute: LocalMinute): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / QUARTER_MS);
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map<number, number>()));
  const remembered = known.get(quarter);
  if (remembered !== undefined) return remembered;

  const nanoseconds = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(
    zone,
  ).offsetNanoseconds;
  if (known.size >= REMEMBERED) known.clear();
  known.set(quarter, nanoseconds / 1_000_000);
  return nanoseconds / 1_000_000;
}
