import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatLocalDay, type LocalDay, parseLocalDay } from '../../src/domain/local-day.js';
import {
  dayExists,
  formatLocalMinute,
  instantOf,
  isZone,
  localDayOf,
  localMomentOf,
  parseLocalMinute,
} from '../../src/domain/local-time.js';
import { ZONES, wallClockFaults } from './wall-clock.js';

function day(text: string): LocalDay {
  return parseLocalDay(text) as LocalDay;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

test(`the wall clock of ${ZONES.length} zones on 500 days is that of temporal`, () => {
  expect(wallClockFaults()).toEqual([]);
});

test.each(['UTC', 'America/New_York'])('a process in the zone %s reads every wall clock the same', (zone) => {
  const script = fileURLToPath(new URL('./wall-clock.ts', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({ zone, faults: [] });
});

test('a time that the clocks skip moves forward, one that comes twice is the first', () => {
  expect(iso(instantOf(day('2026-03-08'), 150, 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z');
  expect(iso(instantOf(day('2026-11-01'), 90, 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
  expect(iso(instantOf(day('2026-03-29'), 90, 'Europe/London'))).toBe('2026-03-29T01:30:00.000Z');
  expect(iso(instantOf(day('2026-10-04'), 120, 'Australia/Lord_Howe'))).toBe('2026-10-03T15:30:00.000Z');
});

test('the day that Samoa left out does not exist, the days around it do', () => {
  const zone = 'Pacific/Apia';

  expect(['2011-12-29', '2011-12-30', '2011-12-31'].map((text) => dayExists(day(text), zone))).toEqual([
    true,
    false,
    true,
  ]);
  expect(formatLocalDay(localDayOf(Date.parse('2011-12-30T09:59:59Z'), zone))).toBe('2011-12-29');
  expect(formatLocalDay(localDayOf(Date.parse('2011-12-30T10:00:00Z'), zone))).toBe('2011-12-31');
});

test('a minute begins with its first millisecond', () => {
  const midnight = Date.parse('2026-03-02T00:00:00+08:00');

  expect(localMomentOf(midnight - 1, 'Asia/Shanghai')).toEqual({ day: day('2026-03-01'), minute: 1_439 });
  expect(localMomentOf(midnight, 'Asia/Shanghai')).toEqual({ day: day('2026-03-02'), minute: 0 });
  expect(localMomentOf(midnight + 59_999, 'Asia/Shanghai').minute).toBe(0);
});

test('a zone is known by its name alone', () => {
  for (const name of ['Asia/Shanghai', 'UTC', 'Europe/London']) expect(isZone(name), name).toBe(true);
  for (const name of ['', 'Nowhere/Land', 'constructor', '__proto__', "'; --", '北京'])
    expect(isZone(name), name).toBe(false);
});

test('a time of day is read in either width, and nothing else is one', () => {
  expect(['8:00', '08:00', '8：05', '23:59', '0:00'].map(parseLocalMinute)).toEqual([480, 480, 485, 1_439, 0]);
  for (const text of ['24:00', '8:60', '8', '8:0', '-1:00', '8:00 ', '', '08:00:00', '８点']) {
    expect(parseLocalMinute(text), text).toBeUndefined();
  }
  for (let minute = 0; minute < 1_440; minute++) expect(parseLocalMinute(formatLocalMinute(minute))).toBe(minute);
});
