/** How things explain themselves: at most five lines, the outcome first, then the events behind it. */

import { displayName } from '../../domain/display-name.js';
import type { Placed } from '../../domain/leaderboard.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatLocalMinute, localMomentOf } from '../../domain/local-time.js';
import type { OutboxState } from '../../domain/outbox.js';
import type { PointsReason } from '../../domain/points.js';
import type { PostKind } from '../../domain/post.js';
import type { StreakStory } from '../../domain/streak-story.js';
import { formatDay, formatDayWithWeekday, formatMoment } from './calendar.js';
import { pointsReason } from './points.js';
import { kindNames } from './posts.js';
import { shortLine } from './safety.js';
import { sayStoredReason } from './skip-reasons.js';

export const triggers = { why: ['为什么', '为啥'] } as const;
export const summaries = { why: '看一个结果是怎么来的：连续、积分、排行、没做成的事、推送' } as const;
export const examples = { why: '/为什么 @小林 积分', whyPost: '/为什么 推送 任务' } as const;
export const labels = { about: '成员' } as const;
export const help = {
  why: { words: '为什么', summary: '看刚才为什么没做成，或积分、连续是怎么来的', example: '为什么积分少了' },
} as const;

export const words = {
  refusal: ['没做成', '拒绝'],
  streak: ['连续', '连续天数', '保护卡'],
  points: ['积分', '余额'],
  board: ['排行', '排名', '排行榜'],
  post: ['推送'],
} as const;

export const postWords: Readonly<Record<string, PostKind>> = {
  '': 'task',
  任务: 'task',
  今日任务: 'task',
  点评: 'review',
  今晚: 'review',
};
export const postNames: readonly string[] = ['任务', '点评', '编号'];

/** The word alone, as people say it to each other too. */
const BARE = /^(?:@\S+\s*)?\s*(?:为什么|為什麼|为啥|為啥|为何|為何)[呢啊了?？!！。\s]*$/u;

export function isBare(line: string): boolean {
  return BARE.test(line);
}

/** How the one who is spoken of is called: by name to others. */
export interface Whose {
  readonly name: string;
  readonly isOwn: boolean;
}

export function whose({ name }: { readonly name: string }, isOwn: boolean): Whose {
  return { name: isOwn ? '你' : displayName(name), isOwn };
}

const MOST_CARRIED = 3;

export interface StreakTold extends StreakStory {
  readonly topic: string;
  /** The last days of check-in, the earliest first. */
  readonly latest: readonly LocalDay[];
}

export function streak(told: StreakTold, { name }: Whose): string[] {
  const { topic, begun, carried, ended, latest } = told;
  if (begun === null) return [`${name}在「${topic}」还没有打过卡，连续从第一次打卡算起。`];
  const now = told.streak === 0 ? '现在连续 0 天' : `现在连续 ${told.streak} 天，从 ${formatDay(begun)} 算起`;
  return [
    `${name}在「${topic}」${now}。`,
    ...(carried.length > 0 ? [`没打卡也接上的：${sayCarried(carried)}`] : []),
    ...(ended ? [`上一段连续 ${ended.streak} 天，${formatDay(ended.on)} 没打卡，也没有保护卡，断了。`] : []),
    `最近打卡：${latest.map(formatDay).join('、')}`,
  ];
}

function sayCarried(carried: StreakStory['carried']): string {
  const shown = carried.slice(-MOST_CARRIED);
  const more = carried.length > shown.length ? `等 ${carried.length} 天` : '';
  return shown.map(({ day, by }) => `${formatDay(day)}（${CARRIERS[by]}）`).join('、') + more;
}

const CARRIERS = { excused: '请假或保护日', freeze: '用了一张保护卡' } as const;

export interface PointsTold {
  readonly topic: string;
  readonly balance: number;
  /** The newest first. */
  readonly entries: ReadonlyArray<{
    readonly day: LocalDay;
    readonly amount: number;
    readonly balance: number;
    readonly reason: PointsReason;
    readonly about: string | undefined;
  }>;
}

export function points({ topic, balance, entries }: PointsTold, { name }: Whose): string[] {
  if (entries.length === 0) return [`${name}在「${topic}」还没有积分进出。`];
  return [
    `${name}在「${topic}」有 ${balance} 分，最近 ${entries.length} 笔，新的在前：`,
    ...entries.map(
      ({ day, amount, reason, about, balance: left }) =>
        `${formatDay(day)} ${amount < 0 ? `−${-amount}` : `+${amount}`} ${pointsReason(reason)}${about === undefined ? '' : `：${shortLine(about)}`}，余 ${left}`,
    ),
  ];
}

/** `rows`: the one spoken of and those next to them, the best first. */
export function place(rows: readonly Placed[], memberId: number, { name }: Whose): string[] {
  return [
    '先比连续天数，再比累计天数；都一样就并列。',
    ...rows.map(
      (row) =>
        `第 ${row.place} 名 ${row.memberId === memberId ? name : displayName(row.name)}：连续 ${row.streak} 天，累计 ${row.total} 天`,
    ),
  ];
}

export function notOnBoard(why: 'no-check-in' | 'left', { name }: Whose): string[] {
  if (why === 'no-check-in') return [`${name}还没有打过卡，打一次卡就上榜。`];
  return [`${name}退出了排行，或不在群里，所以不在榜上。`, '要回来，发送：加入排行'];
}

export interface Refused {
  readonly at: number;
  readonly zone: string;
  /** As typed; empty where it held a code. */
  readonly line: string;
  /** What was answered. */
  readonly words: string;
}

const MOST_WORDS = 4;

export function refused({ at, zone, line, words: answered }: Refused, { name, isOwn }: Whose): string[] {
  const { day, minute } = localMomentOf(at, zone);
  const what = line === '' ? '' : `「${shortLine(line)}」`;
  return [
    `${isOwn ? '你' : `${name} `}${formatDay(day)} ${formatLocalMinute(minute)} 发的${what}没做成：`,
    ...answered.split('\n').slice(0, MOST_WORDS),
  ];
}

export function noRefusal({ name, isOwn }: Whose): string[] {
  return [
    `最近 24 小时里，${isOwn ? '你' : `${name} `}没有没做成的事。`,
    isOwn ? '想问别的，发送：为什么连续断了，或 为什么积分少了' : '想问别的，在后面写：连续、积分、排行',
  ];
}

const STATES: Readonly<Record<OutboxState, string>> = {
  planned: '在排队',
  sending: '正在发',
  sent: '已发出',
  uncertain: '不确定有没有发出',
  failed: '没发出去',
  expired: '没发出去',
  skipped: '没有发',
  cancelled: '取消了',
};

export interface PostTold {
  readonly topic: string;
  readonly zone: string;
  readonly id: number;
  readonly kind: string;
  readonly day: LocalDay | null;
  readonly state: OutboxState;
  readonly reason: string | null;
  readonly late: boolean;
  readonly attempts: number;
  readonly createdAt: number;
  readonly notBefore: number;
  readonly sendingAt: number | null;
  readonly sentAt: number | null;
}

export function post(told: PostTold): string[] {
  const { topic, zone, id, day, state, reason, late, attempts, createdAt, sendingAt, sentAt } = told;
  const time = (instant: number) => formatMoment(instant, zone);
  const which = `${day === null ? '' : `${formatDay(day)} `}${kindOf(told.kind)}`;
  return [
    `「${topic}」${which}（编号 ${id}）：${STATES[state]}${late ? '，补发' : ''}。`,
    ...(reason === null ? [] : [`原因：${reason === 'by-hand' ? '有人说已经手动发了' : sayStoredReason(reason)}`]),
    `${time(createdAt)} 排进来`,
    ...(state === 'planned' ? [`最早 ${time(told.notBefore)} 发`] : []),
    ...(sendingAt === null ? [] : [`${time(sendingAt)} 动手发${attempts > 1 ? `，试了 ${attempts} 次` : ''}`]),
    ...(sentAt === null ? [] : [`${time(sentAt)} 发完`]),
  ];
}

export interface PostAhead {
  readonly topic: string;
  readonly zone: string;
  readonly kind: PostKind;
  readonly day: LocalDay;
  readonly dueAt: number;
}

export function postAhead({ topic, zone, kind, day, dueAt }: PostAhead): string[] {
  return [
    `「${topic}」${formatDayWithWeekday(day)}的${kindNames[kind]}还没有排进来。`,
    `它的时间是 ${formatMoment(dueAt, zone)}，到点才准备。`,
  ];
}

function kindOf(kind: string): string {
  return Object.hasOwn(kindNames, kind) ? kindNames[kind as PostKind] : '消息';
}
