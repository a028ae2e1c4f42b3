/** Graphics to look at: of all kinds, with few rows and many, and with the worst names that people have. */

import {
  calendarGraphic,
  certificateOf,
  dayGraphic,
  leaderboardGraphic,
  weekGraphic,
} from '../../src/copy/zh-cn/graphics.js';
import { type DayRules, PLAIN_DAYS } from '../../src/domain/day-rules.js';
import type { Graphic, GraphicKind } from '../../src/domain/graphic.js';
import type { MemberId, RoomId } from '../../src/domain/ids.js';
import { boardView, rank } from '../../src/domain/leaderboard.js';
import { addDays, type LocalDay, localDay } from '../../src/domain/local-day.js';
import { runCalendar } from '../../src/domain/run-calendar.js';
import { type Tally, tallyOf } from '../../src/domain/streak.js';

/** \u9a89 and \u9f98, a family of emoji, text that turns around, accents without end, what is seen only as a gap. */
export const HARD_NAMES: readonly string[] = [
  '\u6797\u5c0f\u6ee1\u{1f331}',
  '\u9a89\u9f98\u{30ede}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}\u4e00\u5bb6\u56db\u53e3\u{1f1e8}\u{1f1f3}\u{1f44d}\u{1f3fd}',
  '\u202eevil\u202c\u2066\u6b63\u5e38',
  '\u7279\u522b\u7279\u522b\u957f\u7684\u6635\u79f0\u4e00\u76f4\u5199\u4e00\u76f4\u5199\u4e00\u76f4\u5199\u5230\u5199\u4e0d\u4e0b\u4e3a\u6b62',
  `z${'\u0351\u0363\u0489'.repeat(30)}algo`,
  'A very long Latin nickname that never ends',
  '\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627',
  '\u3164\u2800',
  '\u4e24\n\u884c\u540d\u5b57<b>&amp;',
  `\u{1f468}${'\u200d\u{1f468}'.repeat(40)}`,
  '\ufdfd\ufdfd\ufdfd\ufdfd',
  '\u{1d4db}\u{1d4f2}\u{1d4f7} \u0e02\u0e2d\u0e1a\u0e04\u0e38\u0e13 \u2764\ufe0f',
];

export const SAMPLE_KINDS: readonly GraphicKind[] = ['leaderboard', 'calendar', 'day', 'week', 'certificate'];

const TODAY = localDay(2026, 3, 18) as LocalDay;
const TOPIC = '\u65e9\u8d77\u82f1\u8bed\u4e00\u7fa4';

/** Each thirteenth day asks for nothing. */
const RULES: DayRules = { ...PLAIN_DAYS, isExcused: (day) => (day * 7919) % 13 === 0 };

/** `size`: people of the room, or days of the member. */
export function sampleGraphic(kind: GraphicKind, size: number, names: readonly string[] = HARD_NAMES): Graphic {
  const name = names[size % names.length] ?? '';
  const days = Array.from({ length: size }, (_, back) => addDays(TODAY, -back))
    .filter((day) => size === 1 || (day * 7919) % 13 > 1)
    .toReversed();
  const tally = tallyOf(days, RULES);
  const member = { name, topic: TOPIC, tally };
  switch (kind) {
    case 'leaderboard':
      return sampleBoard(size, names);
    case 'calendar':
      return calendarGraphic({ ...member, ...runCalendar(days, RULES, { today: TODAY, weekCount: 26 }), today: TODAY })
        .graphic;
    case 'day':
      return dayGraphic({ ...member, roomId: size as RoomId, day: TODAY, number: size }).graphic;
    case 'week':
      return sampleWeek(size);
    case 'certificate':
      return certificateOf({ ...member, ...sampleCamp(tally), from: days[0] ?? TODAY, to: TODAY, day: TODAY }).graphic;
  }
}

function sampleCamp({ total, best }: Tally) {
  const course = '\u516d\u5468\u628a\u57fa\u7840\u8865\u7262\u7684\u82f1\u8bed\u6668\u8bfb\u8bad\u7ec3\u8425';
  return { course, days: total, best };
}

function sampleBoard(size: number, names: readonly string[]): Graphic {
  const people = Array.from({ length: size }, (_, index) => ({
    memberId: (index + 1) as MemberId,
    name: names[index % names.length] ?? '',
    streak: Math.max(0, size - index - (index % 3)),
    total: size * 2 - index + 3,
  }));
  const self = Math.ceil(size * 0.6) as MemberId;
  const placed = rank(people);
  return leaderboardGraphic({
    topic: TOPIC,
    day: TODAY,
    self,
    people: placed.length,
    ...boardView(placed, self, { first: 20, reach: 2 }),
  });
}

function sampleWeek(size: number): Graphic {
  const days = Array.from({ length: 7 }, (_, index) => {
    const expected = index === 5 && size > 1 ? 0 : size;
    return { day: addDays(TODAY, index - 6), done: Math.round((expected * ((index * 37) % 100)) / 99), expected };
  });
  return weekGraphic({ topic: TOPIC, days }).graphic;
}
