/** Tags as people have them in mind, against the bot's rows, and against what the platform was told. */

import { instantAt } from './calendar.js';
import { differences } from './difference.js';
import type { QuarterRecords, TagRow } from './quarter-records.js';
import type { Quarter } from './quarter.js';

export function tagFaults({ tags, stage, today }: Quarter, records: QuarterRecords): string[] {
  const held = records.tags.filter(({ until }) => until === null || Number(until) > stage.now);
  return differences('the tag', tags.lines(stage.now), new Map(held.map((row) => [row.key, rowLine(row, today)])));
}

/** A tag ends with a day, or the row is wrong. */
function rowLine({ source, until }: TagRow, today: number): string {
  if (until === null) return `${source} null`;
  const days = (Number(until) - instantAt(today + 1, 0)) / 86_400_000;
  return `${source} ${today + days}`;
}

/** What the platform was told last of each tag. */
export function mirrorFaults({ tags, stage }: Quarter): string[] {
  const told = new Map<string, boolean>();
  for (const { errand } of stage.wechat.errands)
    if ('tag' in errand) told.set(`${errand.personPlatformId} ${errand.tag}`, errand.do === 'tag');
  const there = [...told].flatMap(([key, isThere]) => (isThere ? [[key, 'there'] as const] : []));
  const wanted = [...tags.lines(stage.now).keys()].map((key) => [key, 'there'] as const);
  return differences('the tag on the platform', new Map(wanted), new Map(there));
}
