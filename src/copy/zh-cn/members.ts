/** What the bot says to and about members. */

import { displayName } from '../../domain/display-name.js';
import { dateParts, type LocalDay } from '../../domain/local-day.js';
import { formatLocalMinute, localDayOf } from '../../domain/local-time.js';
import { DEFAULT_SETTINGS, type RoomSettings } from '../../domain/room.js';
import { formatDay } from './calendar.js';
import { type CampProgress, progressLine } from './camps.js';
import { bringing } from './moves.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = { help: ['帮助', '指令', 'help'] } as const;
export const summaries = { help: '看指令，或某个指令的例子' } as const;
export const examples = { help: '/帮助 建群' } as const;
export const labels = { topic: '指令' } as const;

export const help = {
  mine: { words: '我的', summary: '看自己的连续天数、积分和下一个里程碑', example: '我的' },
} as const;

export function describeMember(joinedAt: number): string {
  const { year, month, dayOfMonth } = dateParts(localDayOf(joinedAt, DEFAULT_SETTINGS.zone));
  return `${year}年${month}月${dayOfMonth}日进群`;
}

const MOST_NAMED = 5;

const WELCOMES: Eight<Hail> = [
  (who, topic) => `欢迎 ${who} 加入「${topic}」`,
  (who, topic) => `${who} 来啦，欢迎来到「${topic}」`,
  (who, topic) => `「${topic}」迎来了 ${who}，欢迎`,
  (who, topic) => `欢迎新同学 ${who}，这里是「${topic}」`,
  (who, topic) => `${who} 你好，欢迎加入「${topic}」`,
  (who, topic) => `很高兴在「${topic}」见到 ${who}`,
  (who, topic) => `「${topic}」又多了同路人，欢迎 ${who}`,
  (who, topic) => `欢迎 ${who}，从今天起一起在「${topic}」学习`,
];

type Hail = (who: string, topic: string) => string;

interface Welcomed {
  readonly name: string;
  /** What they bring from a trial room. */
  readonly brings?: { readonly days: number; readonly streak: number };
  /** Tried the course before: that trial goes on, or is over. */
  readonly returns?: 'to-go-on' | 'after-all';
}

function returning(people: readonly Welcomed[]): readonly string[] {
  const named = (how: Welcomed['returns']): string =>
    people
      .filter(({ returns }) => returns === how)
      .slice(0, MOST_NAMED)
      .map(({ name }) => displayName(name))
      .join('、');
  const [goingOn, again] = [named('to-go-on'), named('after-all')];
  return [
    ...(goingOn === '' ? [] : [`${goingOn} 欢迎回来，体验接着上次的算。`]),
    ...(again === '' ? [] : [`${again} 欢迎回来，很高兴又见到你。`]),
  ];
}

export function welcome(
  people: readonly Welcomed[],
  topic: string,
  settings: RoomSettings,
  occasion: Occasion,
): string {
  const names = people.map(({ name }) => name);
  const brought = people.flatMap(({ name, brings }) => (brings ? [{ name, ...brings }] : []));
  const shown = names.slice(0, MOST_NAMED).map(displayName).join('、');
  const others = names.length > MOST_NAMED ? ` 等 ${names.length} 位` : '';
  return [
    `👋 ${variantOf(WELCOMES, occasion)(`${shown}${others}`, topic)}`,
    ...(brought.length > 0 ? [bringing(brought.slice(0, MOST_NAMED))] : []),
    ...returning(people),
    `每天 ${formatLocalMinute(settings.taskTime)} 发任务，${formatLocalMinute(settings.reviewTime)} 做点评。`,
    '我只记录打卡的日期和内容，用于本群统计；不想上榜可发送「退出排行」。',
    '做完今天的任务，发送：打卡',
  ].join('\n');
}

/** The next milestone gives way to what is nearer. */
const MOST_LINES = 8;

export interface OwnStanding {
  readonly name: string;
  readonly topic: string;
  readonly streak: number;
  readonly best: number;
  readonly total: number;
  readonly points: number;
  /** Freezes that are held, and make-ups that are left this month. */
  readonly freezes: number;
  readonly makeUps: number;
  /** Badges in a few words; empty where there are none. */
  readonly badges: string;
  /** The tier and the way to the next, in one line. */
  readonly tier: string;
  /** Days of leave from today on. */
  readonly leave: readonly LocalDay[];
  readonly isOnLeave: boolean;
  readonly doneToday: boolean;
  /** Days until the next milestone and its bonus; absent when all are reached. */
  readonly next?: { readonly days: number; readonly milestone: number; readonly bonus: number };
  /** Absent while no camp runs that the member takes part in. */
  readonly camp?: CampProgress;
  /** The member's own day of a trial, in words; absent where none runs. */
  readonly trial?: string;
}

export function mine(standing: OwnStanding): string {
  const { streak, best, total, points } = standing;
  if (total === 0)
    return [
      `${displayName(standing.name)} 在「${standing.topic}」还没有打过卡。`,
      ...trialLine(standing),
      '发送：打卡',
    ].join('\n');
  const head = [
    `${displayName(standing.name)} ·「${standing.topic}」`,
    `连续 ${streak} 天（最长 ${best} 天），累计 ${total} 天`,
    standing.badges === '' ? `积分 ${points}` : `积分 ${points} · 徽章 ${standing.badges}`,
    `保护卡 ${standing.freezes} 张，本月还能补卡 ${standing.makeUps} 次`,
    standing.tier,
    ...trialLine(standing),
    ...leaveLine(standing),
  ];
  const end = [...(standing.camp ? [progressLine(standing.camp)] : []), todayLine(standing)];
  const next = head.length + end.length < MOST_LINES ? nextLine(standing) : [];
  return [...head, ...next, ...end].join('\n');
}

function todayLine({ doneToday, isOnLeave }: OwnStanding): string {
  if (doneToday) return '今天已打卡 ✅';
  return isOnLeave ? '今天请假，回来了就发送：销假' : '今天还没打卡，发送：打卡';
}

function trialLine({ trial }: OwnStanding): string[] {
  return trial === undefined ? [] : [trial];
}

function leaveLine({ leave }: OwnStanding): string[] {
  const [first, last] = [leave[0], leave.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [`请假 ${formatDay(first)}${first === last ? '' : ` 到 ${formatDay(last)}，共 ${leave.length} 天`}`];
}

function nextLine({ next }: OwnStanding): string[] {
  return next ? [`再打卡 ${next.days} 天，连续满 ${next.milestone} 天，多得 ${next.bonus} 分`] : [];
}

export function inNoRoom(): string {
  return '你还没有加入学习群，进群后发送「打卡」就会有记录。';
}

export interface HelpEntry {
  readonly words: string;
  readonly summary: string;
  readonly example: string;
}

/** What nearly everybody wants; all else is named in one line. */
const EXPLAINED: readonly string[] = ['打卡', '补卡', '请假', '我的', '排行榜', '兑换'];

export function helpList(forMembers: readonly HelpEntry[], forStaff: readonly HelpEntry[]): string {
  const explained = EXPLAINED.flatMap((words) => forMembers.filter((entry) => entry.words === words));
  const others = forMembers.filter((entry) => !explained.includes(entry)).map(({ words }) => words);
  const staff = forStaff.map(({ words, summary }) => `/${words}　${summary}`);
  return [
    '你可以直接发送：',
    ...explained.map(({ words, summary }) => `${words}　${summary}`),
    ...(others.length > 0 ? [`还可以发：${others.join('、')}`, '看某一个怎么用，发送：/帮助 日签'] : []),
    ...(staff.length > 0
      ? ['', '管理指令（在群里发，或私聊时把群名写在前面）：', ...staff, '', '看例子，发送：/帮助 建群']
      : []),
  ].join('\n');
}

export function helpOn({ words, summary, example }: HelpEntry): string {
  return `${words}：${summary}\n例如：\n${example}`;
}

export function helpUnknown(topic: string): string {
  return `没有「${displayName(topic)}」的说明。\n发送：帮助`;
}
