/** What the bot said by itself, by the platform's ledger alone: when, how often, and to whom. */

import { tally } from '../faults/tally.js';
import { minuteAt } from './calendar.js';
import type { Quarter } from './quarter.js';

const DAY_MS = 86_400_000;
const MINUTE = 60_000;
/** 07:30 to 21:30. */
const WAKING = { from: 450, until: 1_290 } as const;

export function mannersFaults(quarter: Quarter): string[] {
  return [...nightFaults(quarter), ...privateFaults(quarter), ...hailFaults(quarter)];
}

function isNight(at: number, behind = 0): boolean {
  const minute = minuteAt(at - behind * MINUTE);
  return minute < WAKING.from || minute >= WAKING.until;
}

/** At night whoever speaks is answered, and nothing else is said or done; staff hears what it has to. */
function nightFaults({ stage, town }: Quarter): string[] {
  const staff = new Set([town.staffRoom, town.owner, ...town.managers].map(({ platformId }) => platformId));
  const behind = new Map(town.courses.flatMap(({ trials }) => trials.map((one) => [one.platformId, one.behind])));
  const started = stage.wechat.arrivals.filter(
    ({ chat, at }) => isNight(at, behind.get(chat)) && !staff.has(chat) && !stage.wasSpokenIn(chat, at),
  );
  const done = stage.wechat.errands.filter(({ at }) => isNight(at));
  return [
    ...started.map(({ chat, text }) => `at night it said in ${chat}: ${text}`),
    ...done.map(({ errand }) => `at night it did ${JSON.stringify(errand)}`),
  ];
}

/** What comes in private at another moment than a question is no answer. */
function privateFaults({ stage, town }: Quarter): string[] {
  const members = new Set(town.people.map(({ platformId }) => platformId));
  const latest = new Map<string, number>();
  const faults: string[] = [];
  for (const { chat, text, at } of stage.wechat.arrivals) {
    if (!members.has(chat) || stage.wasSpokenIn(chat, at)) continue;
    if (!stage.hasWhispered(chat, at)) faults.push(`it wrote to ${chat}, who never wrote to it: ${text}`);
    if (at - (latest.get(chat) ?? -Infinity) < 7 * DAY_MS) faults.push(`it wrote twice in a week to ${chat}: ${text}`);
    latest.set(chat, at);
  }
  return faults;
}

/** Once for each time of coming at most, and one farewell for good. */
function hailFaults({ stage, town }: Quarter): string[] {
  const came = tally(stage.rooms.arrivals.map(({ person, place }) => `${person.name} in ${place.platformId}`));
  const named = (mark: string) =>
    tally(
      stage.wechat.arrivals
        .filter(({ text }) => text.startsWith(mark))
        .flatMap(({ chat, text }) =>
          town.people.filter(({ name }) => text.includes(name)).map(({ name }) => `${name} in ${chat}`),
        ),
    );
  return [
    ...[...named('👋')].filter(([key, count]) => count > (came.get(key) ?? 0)),
    ...[...named('🎓')].filter(([, count]) => count > 1),
  ].map(([key, count]) => `${key} was hailed ${count} times`);
}
