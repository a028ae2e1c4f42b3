/** What is wrong with check-ins, points and what members were told of them, in words. */

import type { EntryRow, JudgeRecords } from './judge-records.js';
import type { Arrival } from './judge-wechat.js';
import { tally } from './tally.js';
import type { CountedStanding } from './typed-check-ins.js';

interface Counted {
  readonly records: JudgeRecords;
  readonly arrivals: readonly Arrival[];
  readonly rooms: readonly { readonly topic: string; readonly platformId: string }[];
  readonly counted: readonly CountedStanding[];
}

export function standingFaults({ records, counted }: Counted): string[] {
  const days = groupBy(records.days, (row) => row.day);
  const entries = groupBy(records.entries, (row) => row);
  const wanted = new Map(counted.map((one) => [keyOf(one), one]));
  const faults = records.standings.flatMap((row) => {
    const own = wanted.get(keyOf(row)) ?? { days: [], streak: 0, best: 0, points: 0 };
    const found = { ...row, days: days.get(keyOf(row)) ?? [] };
    const { streak, best, points, total } = found;
    const same = [own.streak, own.best, own.points, own.days.length, own.days.join()].join('|');
    const line = [streak, best, points, total, found.days.join()].join('|');
    const ledger = ledgerFault(entries.get(keyOf(row)) ?? [], own.points);
    return [...(line === same ? [] : [`is ${line} and not ${same}`]), ...ledger].map((why) => `${keyOf(row)} ${why}`);
  });
  const known = new Set(records.standings.map(keyOf));
  const lost = counted.filter((one) => !known.has(keyOf(one))).map((one) => `${keyOf(one)} is not known at all`);
  return [...faults, ...lost, ...roomDayFaults(records, counted)];
}

function ledgerFault(entries: readonly EntryRow[], points: number): string[] {
  let sum = 0;
  const broken = entries.some(({ amount, balance }) => (sum += amount) !== balance);
  return broken || sum !== points ? [`has a ledger of ${sum}${broken ? ', broken,' : ''} and not of ${points}`] : [];
}

function roomDayFaults({ roomDays }: JudgeRecords, counted: readonly CountedStanding[]): string[] {
  const wanted = tally(counted.flatMap(({ topic, days }) => days.map((day) => `${topic} ${day}`)));
  const found = new Map(roomDays.map(({ topic, day, count }) => [`${topic} ${day}`, count]));
  const keys = new Set([...wanted.keys(), ...found.keys()]);
  return [...keys]
    .filter((key) => wanted.get(key) !== found.get(key))
    .map((key) => `${key} counts ${found.get(key)} and not ${wanted.get(key)}`);
}

/** Nobody is told of more check-ins than they have. */
export function acknowledgementFaults({ arrivals, rooms, counted }: Counted): string[] {
  return rooms.flatMap(({ topic, platformId }) => {
    const told = tally(arrivals.filter(({ chat }) => chat === platformId).flatMap(({ text }) => namesTold(text)));
    const days = new Map(counted.filter((one) => one.topic === topic).map(({ name, days }) => [name, days.length]));
    const often = [...told].filter(([name, count]) => count > (days.get(name) ?? 0));
    return often.map(([name, count]) => `${topic} ${name} was told of ${count} check-ins and has ${days.get(name)}`);
  });
}

function namesTold(text: string): string[] {
  const [first = '', second = ''] = text.split('\n');
  if (!first.startsWith('✅ ')) return [];
  if (first.endsWith('人）：')) return second.split('、').map((one) => one.replace(/\(.*$/u, ''));
  return [first.split(' ')[1] ?? ''];
}

function keyOf({ topic, name }: { readonly topic: string; readonly name: string }): string {
  return `${topic} ${name}`;
}

function groupBy<Row extends { readonly topic: string; readonly name: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), valueOf(row)]);
  return groups;
}
