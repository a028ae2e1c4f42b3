/** The morning's task and the evening's review: each room's once a day, or a reason why not; also where the bot was away. */

import { tally } from '../faults/tally.js';
import { dayAt } from './calendar.js';
import type { Quarter } from './quarter.js';
import type { QuarterRecords } from './record-rows.js';

const MARKS = ['【今日任务】', '【今日点评】'] as const;
const MINUTE = 60_000;
const OPEN = ['planned', 'sending', 'held'];

/** By the platform's ledger alone. */
export function postFaults({ stage, town }: Quarter): string[] {
  const behind = new Map(town.courses.flatMap(({ trials }) => trials.map((one) => [one.platformId, one.behind])));
  const posts = stage.wechat.arrivals.flatMap(({ chat, text, at }) => {
    const mark = MARKS.find((one) => text.startsWith(one));
    return mark ? [`${mark} in ${chat} on day ${dayAt(at - (behind.get(chat) ?? 0) * MINUTE)}`] : [];
  });
  return [...tally(posts)]
    .filter(([, count]) => count > 1)
    .map(([post, count]) => `${post} came ${count} times, twice on a day`);
}

/** At the end, of every day that is over. */
export function slotFaults({ town, today, firstDay }: Quarter, { slots }: QuarterRecords): string[] {
  const found = new Map(slots.map((slot) => [`${slot.kind} ${slot.topic} ${slot.day}`, slot]));
  const rooms = town.courses.flatMap(({ trials, paid }) => [...trials, paid]);
  const days = Array.from({ length: today - firstDay - 1 }, (_, index) => firstDay + 1 + index);
  return rooms.flatMap(({ topic }) =>
    days.flatMap((day) =>
      ['task', 'review'].flatMap((kind) => {
        const slot = found.get(`${kind} ${topic} ${day}`);
        if (slot === undefined) return [`${kind} of ${topic} on day ${day} is nowhere`];
        const isUnsaid = OPEN.includes(slot.state) || (slot.state === 'skipped' && slot.reason === null);
        return isUnsaid ? [`${kind} of ${topic} on day ${day} is ${slot.state}, nobody knows why`] : [];
      }),
    ),
  );
}
