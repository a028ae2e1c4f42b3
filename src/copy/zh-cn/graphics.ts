/** The words on graphics, and the words that go out in their place where no picture can be had. */

import { displayName } from '../../domain/display-name.js';
import { graphicName, graphicTopic } from '../../domain/graphic-name.js';
import type { BoardRow, Graphic, Figure, WeekBar, WordedGraphic } from '../../domain/graphic.js';
import type { MemberId, RoomId } from '../../domain/ids.js';
import type { BoardView, Placed } from '../../domain/leaderboard.js';
import { addDays, dateParts, type LocalDay } from '../../domain/local-day.js';
import { type DayMark, RUN_STEPS, type RunCalendar, type RunDepth } from '../../domain/run-calendar.js';
import type { Tally } from '../../domain/streak.js';
import { formatDay, formatDayWithWeekday, formatWeekday } from './calendar.js';
import { type Eight, variantOf } from './variants.js';

export const triggers = { week: ['周报'], certificate: ['证书'] } as const;
export const summaries = { week: '看近 7 天每天有多少人打卡', certificate: '给一位成员发结营证书' } as const;
export const examples = { week: '/周报', certificate: '/证书 @小满' } as const;
export const labels = { member: '成员' } as const;

export const help = {
  calendar: { words: '打卡日历', summary: '看自己近 26 周的打卡', example: '打卡日历' },
  dayGraphic: { words: '日签', summary: '领一张今天的日签', example: '日签' },
} as const;

const DAYS = '天';

function shownName(name: string): string {
  return graphicName(name) || '（未留名）';
}

function figure(value: number, label: string, unit: string = DAYS): Figure {
  return { value: String(value), unit, label };
}

/** 连续 累计 最长, as they stand today. */
function tallyFigures({ streak, total, best }: Pick<Tally, 'streak' | 'total' | 'best'>): Figure[] {
  return [figure(streak, '连续打卡'), figure(total, '累计打卡'), figure(best, '最长连续')];
}

export interface Leaderboard extends BoardView {
  readonly topic: string;
  readonly day: LocalDay;
  readonly self: MemberId;
  /** How many people are on the board. */
  readonly people: number;
}

export function leaderboardGraphic({ topic, day, self, people, top, own }: Leaderboard): Graphic {
  const row = (one: Placed): BoardRow => ({
    place: one.place,
    name: shownName(one.name),
    streak: one.streak,
    detail: `累计 ${one.total} 天`,
    isSelf: one.memberId === self,
  });
  return {
    kind: 'leaderboard',
    title: '连续打卡排行',
    place: graphicTopic(topic),
    note: `共 ${people} 人 · ${formatDay(day)}`,
    unit: DAYS,
    selfMark: '你',
    top: top.map(row),
    own: own.map(row),
    closing: '连续天数相同的，看累计天数',
  };
}

export interface MemberCalendar extends RunCalendar {
  readonly name: string;
  readonly topic: string;
  readonly today: LocalDay;
  /** With the streak as it stands today. */
  readonly tally: Pick<Tally, 'streak' | 'total' | 'best'>;
}

/** How many of the weeks the words show. */
const WEEKS_IN_WORDS = 4;

export function calendarGraphic(calendar: MemberCalendar): WordedGraphic {
  const { name, topic, today, tally, weeks, count, firstDay } = calendar;
  const graphic: Graphic = {
    kind: 'calendar',
    title: '打卡日历',
    name: shownName(name),
    place: graphicTopic(topic),
    note: `近 ${weeks.length} 周 · 打卡 ${count} 天`,
    figures: tallyFigures(tally),
    weekdays: ['一', '', '三', '', '五', '', '日'],
    months: monthsFrom(firstDay, weeks.length),
    weeks,
    legend: legend(),
  };
  const text = [
    `📅 ${displayName(name)} 在「${topic}」的打卡日历，到 ${formatDay(today)}`,
    `连续 ${tally.streak} 天，累计 ${tally.total} 天，最长连续 ${tally.best} 天`,
    `近 ${weeks.length} 周打卡 ${count} 天，最近 ${WEEKS_IN_WORDS} 周（周一到周日）：`,
    ...weeks.slice(-WEEKS_IN_WORDS).map((week) => week.map(square).join('')),
  ].join('\n');
  return { graphic, text };
}

const SQUARES = { missed: '□', excused: '○', future: '' } as const;

function square(mark: DayMark): string {
  return typeof mark === 'number' ? '■' : SQUARES[mark];
}

/** Above the first whole week of each month; not two of them on one another. */
function monthsFrom(firstDay: LocalDay, count: number): Array<{ readonly week: number; readonly word: string }> {
  const months: Array<{ week: number; word: string }> = [];
  for (let week = 0; week < count; week++) {
    const { month, dayOfMonth } = dateParts(addDays(firstDay, 7 * week));
    const isFirst = dayOfMonth <= 7 || week === 0;
    const last = months.at(-1);
    if (!isFirst || week > count - 2) continue;
    if (last && week - last.week < 3) months.pop();
    months.push({ week, word: `${month}月` });
  }
  return months;
}

function legend(): Array<{ readonly mark: DayMark; readonly word: string }> {
  const steps = RUN_STEPS.map((from, index) => ({
    mark: (index + 1) as RunDepth,
    word: index === 0 ? `连续 ${from} 天` : `${from} 天`,
  }));
  return [{ mark: 'excused', word: '免打卡' }, ...steps];
}

export interface MemberDay {
  readonly roomId: RoomId;
  readonly day: LocalDay;
  /** Of the course; undefined on a day without. */
  readonly number: number | undefined;
  readonly name: string;
  readonly topic: string;
  /** With the streak as it stands today. */
  readonly tally: Pick<Tally, 'streak' | 'total' | 'best'>;
}

const DAY_LINES: Eight<string> = [
  '先做五分钟，剩下的交给惯性。',
  '慢一点没关系，今天打开了就算数。',
  '出声读一遍，比默看三遍记得牢。',
  '记不住很正常，明天再见一面就熟了。',
  '把书放在手边，开始就少了一步。',
  '卡住的地方圈起来，晚点再回来找它。',
  '今天学的，讲一句给身边的人听听。',
  '忙的一天，给自己留十分钟。',
  '断了也不要紧，今天就是接上的那天。',
  '不用等状态好，动手了状态就来了。',
  '把手机放远一点，十分钟会变长。',
  '只和昨天的自己比，多一页也是多。',
  '困了先喝口水，再读下一段。',
  '哪怕只做了一半，也比空着多一半。',
  '写下今天的一句话，下个月的你会翻到。',
  '会的再练一遍，那一遍才是自己的。',
];

export function dayGraphic(page: MemberDay): WordedGraphic {
  const { day, number, name, topic, tally } = page;
  const { year, month, dayOfMonth } = dateParts(day);
  const line = variantOf(DAY_LINES, page);
  const graphic: Graphic = {
    kind: 'day',
    dayOfMonth: String(dayOfMonth),
    month: `${year} 年 ${month} 月`,
    weekday: formatWeekday(day),
    courseDay: number === undefined ? '' : `课程第 ${number} 天`,
    line,
    name: shownName(name),
    place: graphicTopic(topic),
    figures: tallyFigures(tally),
  };
  const heading = `【日签】${formatDayWithWeekday(day)}${number === undefined ? '' : ` · Day ${number}`}`;
  const standing = `${displayName(name)}：连续 ${tally.streak} 天，累计 ${tally.total} 天`;
  return { graphic, text: [heading, line, standing].join('\n') };
}

export interface RoomWeek {
  readonly topic: string;
  /** Oldest first. `expected` counts those who were to check in, done or not. */
  readonly days: ReadonlyArray<{ readonly day: LocalDay; readonly done: number; readonly expected: number }>;
}

export function weekGraphic({ topic, days }: RoomWeek): WordedGraphic {
  const done = days.reduce((sum, one) => sum + one.done, 0);
  const expected = days.reduce((sum, one) => sum + one.expected, 0);
  const average = percent(shareOf({ done, expected }));
  const best = Math.max(...days.map(shareOf));
  const span = [days[0], days.at(-1)].flatMap((one) => (one ? [formatDay(one.day)] : [])).join(' – ');
  const graphic: Graphic = {
    kind: 'week',
    title: '打卡周报',
    place: graphicTopic(topic),
    note: span,
    figures: [
      { value: average, unit: '%', label: '平均打卡率' },
      figure(done, '打卡人次', '次'),
      figure(days.at(-1)?.expected ?? 0, '应打卡', '人'),
    ],
    bars: days.map((one) => weekBar(one, best)),
    closing: '每天打卡人数 / 应打卡人数',
  };
  const lines = days.map((one) => `${formatDayWithWeekday(one.day)}　${one.done}/${one.expected} 人`);
  return { graphic, text: [`📈 「${topic}」近 7 天打卡，平均 ${average}%`, ...lines].join('\n') };
}

type Count = Omit<RoomWeek['days'][number], 'day'>;

function weekBar(one: RoomWeek['days'][number], best: number): WeekBar {
  const { month, dayOfMonth } = dateParts(one.day);
  const share = shareOf(one);
  return {
    label: formatWeekday(one.day),
    date: `${month}/${dayOfMonth}`,
    share,
    value: one.expected === 0 ? '–' : `${percent(share)}%`,
    detail: one.expected === 0 ? '–' : `${one.done}/${one.expected}`,
    isBest: share > 0 && share === best,
  };
}

/** From 0 to 1. */
function shareOf({ done, expected }: Count): number {
  return expected === 0 ? 0 : Math.min(1, done / expected);
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

/** What a certificate tells of one member in one room. */
export interface Completion {
  readonly name: string;
  readonly topic: string;
  /** The course's title; undefined for a room without one. */
  readonly course: string | undefined;
  /** Days checked in, from `from` to `to`. */
  readonly days: number;
  readonly best: number;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** The day of issue. */
  readonly day: LocalDay;
}

export function certificateOf(completion: Completion): WordedGraphic {
  const { name, topic, course, days, best, from, to, day } = completion;
  const subject = course ?? topic;
  const graphic: Graphic = {
    kind: 'certificate',
    title: '结营证书',
    name: shownName(name),
    lead: '完成了',
    course: `《${graphicTopic(subject)}》`,
    praise: '一天一天，认真做完了。',
    figures: [figure(days, '打卡'), figure(best, '最长连续'), figure(to - from + 1, '历时')],
    place: graphicTopic(topic),
    period: `${formatDate(from)} – ${formatDate(to)}`,
    issued: `${formatDate(day)} 颁发`,
    seal: '早八',
  };
  const text = [
    '🎓 结营证书',
    `${displayName(name)} 在「${topic}」完成了《${subject}》`,
    `打卡 ${days} 天，最长连续 ${best} 天（${formatDate(from)} – ${formatDate(to)}）`,
  ].join('\n');
  return { graphic, text };
}

/** 2026.3.22 */
function formatDate(day: LocalDay): string {
  const { year, month, dayOfMonth } = dateParts(day);
  return `${year}.${month}.${dayOfMonth}`;
}
