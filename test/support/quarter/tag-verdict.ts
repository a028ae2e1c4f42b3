/** Tags as people have them in mind, against the bot's rows, and against what the platform was told. */

import { differences } from './difference.js';
import type { Quarter } from './quarter.js';
import type { QuarterRecords, TagRow } from './record-rows.js';

export function tagFaults({ tags, stage }: Quarter, records: QuarterRecords): string[] {
  const held = records.tags.filter(({ until }) => until === null || Number(until) > stage.now);
  return differences('the tag', tags.lines(stage.now), new Map(held.map((row) => [row.key, rowLine(row)])));
}

function rowLine({ source, until }: TagRow): string {
  return `${source} ${until === null ? null : Number(until)}`;
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
