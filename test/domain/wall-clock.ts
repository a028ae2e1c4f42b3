/**
 * Compares our wall clock with temporal's. Run as a program it says what it found, for a process in another zone.
 */

import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { addDays, formatLocalDay, type LocalDay, parseLocalDay } from '../../src/domain/local-day.js';
import { instantOf, localMomentOf } from '../../src/domain/local-time.js';

/** Whole and broken offsets, both hemispheres, both sides of the date line, and those that changed their minds. */
export const ZONES = `
  Asia/Shanghai Asia/Urumqi Asia/Hong_Kong Asia/Taipei Asia/Tokyo Asia/Kolkata Asia/Kathmandu
  Asia/Tehran Asia/Pyongyang Europe/London Europe/Lisbon Europe/Moscow Europe/Istanbul UTC
  Africa/Casablanca Africa/Cairo America/New_York America/Los_Angeles America/St_Johns America/Caracas
  America/Sao_Paulo America/Nuuk Australia/Lord_Howe Pacific/Apia Pacific/Chatham Pacific/Kiritimati
`
  .trim()
  .split(/\s+/u);

/** 500 days from 2010 on, 13 apart, so that every month and every transition season is met. */
const DAYS = Array.from({ length: 500 }, (_, index) => addDays(parseLocalDay('2010-01-01') as LocalDay, index * 13));
const MINUTES = [0, 1, 90, 150, 179, 480, 1_230, 1_439];

/** What differs; an empty list when nothing does. */
export function wallClockFaults(): string[] {
  return ZONES.flatMap((zone) =>
    DAYS.flatMap((day, index) => faultsOf(zone, day, MINUTES[index % MINUTES.length] ?? 0)),
  );
}

function faultsOf(zone: string, day: LocalDay, minute: number): string[] {
  const plainTime = { hour: Math.floor(minute / 60), minute: minute % 60 };
  const expected = Temporal.PlainDate.from(formatLocalDay(day)).toZonedDateTime({ timeZone: zone, plainTime });
  const instant = instantOf(day, minute, zone);
  const moment = localMomentOf(instant, zone);
  const seen = `${formatLocalDay(moment.day)} ${moment.minute}`;
  const meant = `${expected.toPlainDate().toString()} ${expected.hour * 60 + expected.minute}`;
  const isSame = instant === expected.epochMilliseconds && seen === meant;
  return isSame ? [] : [`${zone} ${formatLocalDay(day)} ${minute}: ${seen}, and not ${meant}`];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(JSON.stringify({ zone: process.env['TZ'], faults: wallClockFaults() }));
}
