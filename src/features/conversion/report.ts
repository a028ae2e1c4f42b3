/** Puts the report together: the weeks that are asked for, this one included, and the sources that there is place for. */

import { type ConversionReport, otherSources } from '../../copy/zh-cn/conversion.js';
import { sourceName } from '../../copy/zh-cn/sources.js';
import { type Conversion, conversionOf, isMature, mondayOf, sumCounts } from '../../domain/conversion.js';
import { addDays } from '../../domain/local-day.js';
import { sourceKey } from '../../domain/source.js';
import type { ChatWork } from '../../kit/work.js';
import { listBegunTrials } from '../../storage/conversion.js';
import { listRoomsOfKind, type Room } from '../../storage/rooms.js';

export const MOST_WEEKS = 26;
const MOST_SOURCES = 8;

type ReportWork = ChatWork & { readonly room: Room | undefined };

/** Of the trial room that is spoken of, else of all rooms. */
export async function readReport(work: ReportWork, weeksBack: number): Promise<ConversionReport> {
  const { tx, account, today } = work;
  const room = work.room?.kind === 'trial' ? work.room : undefined;
  const since = addDays(mondayOf(today), -7 * (weeksBack - 1));
  const begun = await listBegunTrials(tx, { accountId: account.id, roomId: room?.id, since });
  const names = new Map(begun.map(({ source, inviter }) => [sourceKey(source), sourceName(source, inviter)]));
  const facts = begun.map(({ source, ...rest }) => ({ ...rest, source: sourceKey(source) }));
  const { total, weeks, sources } = conversionOf(facts, today);
  return {
    topic: room?.topic,
    weeksBack,
    total,
    weeks: weeks.map(([monday, count]) => ({ monday, count, isMature: isMature(monday, today) })),
    sources: shownSources(sources, names),
    goal: await readGoal(work, room),
  };
}

/** What there is no place for becomes one line, so that the lines add up to the total; what nobody knows is always one of them. */
function shownSources(sources: Conversion['sources'], names: ReadonlyMap<string, string>): ConversionReport['sources'] {
  const unknown = sources.filter(([key]) => key === 'unknown');
  const known = sources.filter(([key]) => key !== 'unknown');
  const rest = known.slice(MOST_SOURCES).map(([, count]) => count);
  const shown = [...known.slice(0, MOST_SOURCES), ...unknown];
  return [
    ...shown.map(([key, count]) => ({ name: names.get(key) ?? key, count })),
    ...(rest.length > 0 ? [{ name: otherSources(rest.length), count: sumCounts(rest) }] : []),
  ];
}

async function readGoal({ tx, account }: ReportWork, room: Room | undefined): Promise<number | undefined> {
  const rooms = room ? [room] : await listRoomsOfKind(tx, account.id, 'trial');
  const goals = new Set(rooms.map(({ settings }) => settings.conversionGoal));
  return goals.size === 1 ? [...goals][0] : undefined;
}
