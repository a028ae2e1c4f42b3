/** What core rooms are posted: tomorrow's content a day before, and once a month a word of thanks. */

import { displayName } from '../../domain/display-name.js';
import { addDays, dateParts, type LocalDay } from '../../domain/local-day.js';
import { formatDayWithWeekday, formatMoment } from './calendar.js';
import { listNames } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

/** A lesson, and the rooms that have it tomorrow. */
export interface ComingLesson {
  readonly topics: readonly string[];
  readonly number: number;
  readonly title: string;
}

/** A draw that is drawn, or a sale that opens tomorrow. */
export interface ComingEvent {
  readonly kind: 'draw' | 'sale';
  readonly topic: string;
  readonly name: string;
  readonly at: number;
  readonly zone: string;
}

export interface Coming {
  readonly lessons: readonly ComingLesson[];
  readonly events: readonly ComingEvent[];
}

export interface PreviewPost extends Occasion, Coming {
  readonly thanks: Thanks | undefined;
}

const MOST_LESSONS = 3;
const MOST_EVENTS = 2;

const ASKS: Eight<string> = [
  '哪里不合适，直接在群里说，还来得及改。',
  '有想法就说，明天之前都能改。',
  '先给大家过目，看到问题请说一声。',
  '看着别扭的地方，回我一句就好。',
  '你们先看，意见今天都能用上。',
  '想加点什么，现在说正是时候。',
  '哪一句不顺，圈出来告诉我们。',
  '觉得太难或太容易，说一声就调。',
];

export function previewPost(post: PreviewPost): string {
  if (post.thanks !== undefined) return [...thanksLines(post.thanks, post), ...shortComing(post)].join('\n');
  return [
    `【明天先看】${formatDayWithWeekday(addDays(post.day, 1))}`,
    ...lessonLines(post.lessons, MOST_LESSONS),
    ...post.events.slice(0, MOST_EVENTS).map(eventLine),
    variantOf(ASKS, post),
  ].join('\n');
}

function lessonLines(lessons: readonly ComingLesson[], most: number): string[] {
  const more = lessons.length > most ? [`还有 ${lessons.length - most} 课，发在各自的群里`] : [];
  return [...lessons.slice(0, most).map(lessonLine), ...more];
}

function lessonLine({ topics, number, title }: ComingLesson): string {
  const [first = '', ...others] = topics;
  const where = others.length === 0 ? `「${first}」` : `「${first}」等 ${topics.length} 个群`;
  return `${where}Day ${number} ${title.split('\n')[0] ?? ''}`;
}

function eventLine({ kind, topic, name, at, zone }: ComingEvent): string {
  const what = kind === 'draw' ? '开奖' : '秒杀';
  return `「${topic}」${formatMoment(at, zone)} ${what}：${displayName(name)}`;
}

function shortComing({ lessons, events }: Coming): string[] {
  const [lesson] = lessons;
  if (lesson === undefined) return events.slice(0, 1).map((event) => `明天先看：${eventLine(event)}`);
  const more = lessons.length > 1 ? `，还有 ${lessons.length - 1} 课` : '';
  return [`明天先看：${lessonLine(lesson)}${more}`];
}

/** What somebody did in the month. */
export interface Deeds {
  readonly name: string;
  readonly days: number;
  readonly quizzes: number;
  readonly referrals: number;
  /** How often they helped as a moderator. */
  readonly helped: number;
}

export interface Thanks {
  /** A day of the month that is thanked for. */
  readonly month: LocalDay;
  readonly people: readonly Deeds[];
}

const MOST_THANKED = 4;
const MOST_NAMED = 8;

const THANKS: Eight<(month: number, people: number) => string> = [
  (month, people) => `${month}月，谢谢 ${people} 位核心用户`,
  (month, people) => `${month}月过去了，谢谢一路在的 ${people} 位`,
  (month, people) => `${month}月有你们 ${people} 位，真好`,
  (month, people) => `谢谢 ${people} 位核心用户陪大家走完 ${month}月`,
  (month, people) => `${month}月的热闹，有你们 ${people} 位的一份`,
  (month, people) => `给 ${people} 位核心用户的 ${month}月小结`,
  (month, people) => `${month}月辛苦了，${people} 位核心用户`,
  (month, people) => `记下 ${month}月里 ${people} 位的用心`,
];

const CLOSINGS: Eight<string> = [
  '每一点我们都看在眼里，谢谢。',
  '这些都不是应该的，所以更要谢谢。',
  '有你们，新同学才留得下来。',
  '下个月，想做多少就做多少。',
  '谢谢你们，也请照顾好自己的节奏。',
  '有什么想要的改变，随时说。',
  '因为你们，群里一直有人应声。',
  '谢谢，下个月继续一起走。',
];

function thanksLines({ month, people }: Thanks, occasion: Occasion): string[] {
  const name = `【感谢】${variantOf(THANKS, occasion)(dateParts(month).month, people.length)}`;
  const busy = people.filter((one) => sayDeeds(one) !== '');
  const shown = busy.slice(0, MOST_THANKED);
  const others = people.filter((one) => !shown.includes(one)).map((one) => one.name);
  return [
    name,
    ...shown.map((one) => `${displayName(one.name)}：${sayDeeds(one)}`),
    ...(others.length === 0 ? [] : [`还有 ${listNames(others, MOST_NAMED)}，一样谢谢`]),
    variantOf(CLOSINGS, occasion),
  ];
}

function sayDeeds({ days, quizzes, referrals, helped }: Deeds): string {
  const deeds = [
    days === 0 ? '' : `打卡 ${days} 天`,
    referrals === 0 ? '' : `带来 ${referrals} 位新朋友`,
    quizzes === 0 ? '' : `答题 ${quizzes} 次`,
    helped === 0 ? '' : `帮忙照看 ${helped} 次`,
  ];
  return deeds.filter((one) => one !== '').join('，');
}

const WELCOMES: Eight<(who: string, topic: string) => string> = [
  (who, topic) => `欢迎 ${who} 来到「${topic}」`,
  (who, topic) => `「${topic}」等到了 ${who}，欢迎`,
  (who, topic) => `${who} 来了，「${topic}」更热闹了`,
  (who, topic) => `很高兴在「${topic}」见到 ${who}`,
  (who, topic) => `${who}，欢迎，这里是「${topic}」`,
  (who, topic) => `「${topic}」迎来 ${who}，谢谢你愿意`,
  (who, topic) => `欢迎核心用户 ${who} 加入「${topic}」`,
  (who, topic) => `${who} 也在「${topic}」了，欢迎`,
];

/** In a core room, to all who came in the last minutes. */
export function coreWelcome(names: readonly string[], topic: string, occasion: Occasion): string {
  return [
    `👋 ${variantOf(WELCOMES, occasion)(listNames(names, MOST_NAMED), topic)}。`,
    '每天 08:30 先看到第二天的内容，哪里想改直接说。',
    '这里没有任务。想停下随时可以，发送：退出核心',
  ].join('\n');
}
