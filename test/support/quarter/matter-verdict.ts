/** Entitlements, classes, offences and payment notices: the books against the bot's rows. */

import { tally } from '../faults/tally.js';
import { differences } from './difference.js';
import type { Quarter } from './quarter.js';
import type { EntitlementRow, OffenceRow, QuarterRecords } from './record-rows.js';

const CLASSES: Readonly<Record<string, string>> = { key: '重点', potential: '潜力', ordinary: '一般', random: '随机' };
const VERDICTS: Readonly<Record<string, string>> = { warn: 'warned', hide: 'hidden', propose: 'proposed' };

export function entitlementFaults({ entitlements }: Quarter, { entitlements: rows }: QuarterRecords): string[] {
  const unlogged = rows.filter(({ used, uses }) => used !== Number(uses));
  return [
    ...counted('the entitlements', entitlements.lines(), rows.map(entitlementLine)),
    ...unlogged.map(({ key, name, used, uses }) => `${name} of ${key} was used ${used} times, and the log has ${uses}`),
  ];
}

function entitlementLine({ key, name, quota, used, gone }: EntitlementRow): string {
  return [key, name, quota, used, gone === null ? 'there' : 'gone'].join();
}

export function classFaults({ classes }: Quarter, { classes: rows }: QuarterRecords): string[] {
  const found = rows.map(
    ({ key, value, by }) => [key, `${CLASSES[value] ?? value} ${by === null ? 'by rule' : 'by hand'}`] as const,
  );
  return differences('the class', classes.lines(), new Map(found));
}

export function offenceFaults({ conduct }: Quarter, { offences }: QuarterRecords): string[] {
  return counted('the offences', conduct.lines(), offences.map(offenceLine));
}

function offenceLine({ who, room, verdict, counts, voided }: OffenceRow): string {
  const parts = [who, room, VERDICTS[verdict], counts === 1 ? 'counts' : 'is told'];
  return [...parts, voided === null ? 'stands' : 'forgiven'].join();
}

/** However often and in whatever order they came, each is there once. */
export function noticeFaults({ shop }: Quarter, { notices }: QuarterRecords): string[] {
  const twice = [...tally(notices.map(({ key }) => key))].filter(([, count]) => count > 1);
  return [
    ...differences('the notice', shop.lines(), new Map(notices.map(({ key, state }) => [key, state]))),
    ...twice.map(([key, count]) => `${key} was taken ${count} times`),
  ];
}

function counted(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  const text = (lines: readonly string[]) => new Map([...tally(lines)].map(([line, count]) => [line, `${count}×`]));
  return differences(what, text(wanted), text(found));
}
