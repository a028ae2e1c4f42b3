/** How many came from where. What there is no place for is one line, so that the lines always add up to the total. */

import { type SourceFigures, type SourceLine, sourceName } from '../../copy/zh-cn/sources.js';
import { runsCourse } from '../../domain/room.js';
import { sourceKey } from '../../domain/source.js';
import type { Work } from '../../kit/work.js';
import type { Room } from '../../storage/rooms.js';
import { countSources } from '../../storage/sources.js';

const MOST_LINES = 8;

/** Of those who joined the room first, where one is spoken of. */
export async function readFigures(work: Work & { readonly room: Room | undefined }): Promise<SourceFigures> {
  const { tx, account } = work;
  const room = work.room !== undefined && runsCourse(work.room.kind) ? work.room : undefined;
  const lines = new Map<string, SourceLine>();
  for (const { source, inviter, members } of await countSources(tx, account.id, room?.id)) {
    const key = sourceKey(source);
    const before = lines.get(key)?.members ?? 0;
    lines.set(key, { name: sourceName(source, inviter), members: before + members });
  }
  // What nobody knows is always shown.
  const known = [...lines].filter(([key]) => key !== 'unknown').map(([, line]) => line);
  const ranked = known.toSorted((a, b) => b.members - a.members || (a.name < b.name ? -1 : 1));
  const unknown = lines.get('unknown') ?? { name: sourceName({ kind: 'unknown' }, null), members: 0 };
  const rest = ranked.slice(MOST_LINES);
  return {
    topic: room?.topic,
    total: sum([...ranked, unknown]),
    lines: [...ranked.slice(0, MOST_LINES), unknown],
    others: { sources: rest.length, members: sum(rest) },
  };
}

function sum(lines: readonly SourceLine[]): number {
  return lines.reduce((total, { members }) => total + members, 0);
}
