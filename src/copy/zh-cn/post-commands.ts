/** What staff are told about posts: previews, sending again, who has checked in, how things stand. */

import type { LocalDay } from '../../domain/local-day.js';
import { formatLocalMinute, type LocalMinute } from '../../domain/local-time.js';
import type { OutboxState } from '../../domain/outbox.js';
import type { OwnMessages } from '../../domain/own-messages.js';
import { isSlotKind, type PostKind, postKindOf, type SkipReason, type SlotKind } from '../../domain/post.js';
import type { StopCause } from '../../domain/stop.js';
import { delivery } from './accounts.js';
import { stopCause } from './alerts.js';
import { formatDay, formatDayWithWeekday, formatMoment, nearDay } from './calendar.js';
import { stateName } from './export.js';
import { listNames, roomWord } from './name-list.js';
import { kindNames } from './posts.js';
import { saySkipReason, sayStoredReason } from './skip-reasons.js';

export const triggers = { preview: ['预览'], repost: ['补发', '重发'], roll: ['名单'], status: ['状态'] } as const;

export const summaries = {
  preview: '看明早的任务、今晚的点评，或某一天的任务',
  repost: '补发今天的任务或点评，或按编号再发一次',
  roll: '看谁打了卡、谁还没有（只在员工群和私聊里给）',
  status: '看推送队列和要处理的事，或某一条的全文',
} as const;

export const examples = { preview: '/预览 明早', repost: '/补发 任务', roll: '/名单', status: '/状态' } as const;

export function repostExample(kind: PostKind): string {
  return `/补发 ${kindNames[kind]}`;
}

export const labels = {
  preview: '哪一天',
  repost: '任务、点评或编号',
  day: '日期',
  number: '编号',
  done: '已发',
} as const;

export const doneWords = { 已发: 'done' } as const;

export const previewWords: Readonly<Record<string, 'morning' | 'evening'>> = {
  明早: 'morning',
  早上: 'morning',
  任务: 'morning',
  今晚: 'evening',
  晚上: 'evening',
  点评: 'evening',
};

export const repostWords: Readonly<Record<string, PostKind>> = {
  任务: 'task',
  点评: 'review',
  核心群预告: 'preview',
  预告: 'preview',
};

export function previewSkipped(kind: PostKind, day: LocalDay, reason: SkipReason): string {
  return `${formatDayWithWeekday(day)} 不会推送${kindNames[kind]}：${saySkipReason(reason)}。`;
}

export function reposting(kind: PostKind, topic: string): string {
  return `好，今天的${kindNames[kind]}马上发到「${topic}」。`;
}

export function resending(id: number, place: string): string {
  return `好，编号 ${id} 马上再发到「${place}」。`;
}

export interface AboutPost extends Troubled {
  readonly state: OutboxState;
  /** It may still be sent by hand. */
  readonly open: boolean;
}

/** Comes before the words themselves, which are a message of their own. */
export function aboutPost(post: AboutPost): string {
  const about = `${troubledLine(post)}：${stateName(post.state)}。全文在下一条，可以复制。`;
  return post.open ? `${about}\n由人发出以后请告诉我：/状态 ${post.id} 已发` : about;
}

export function settledByHand(id: number, place: string): string {
  return `好，编号 ${id} 已由人发到「${place}」，机器人不再发这一条。`;
}

export interface Roll {
  readonly topic: string;
  readonly day: LocalDay;
  readonly done: readonly string[];
  readonly open: readonly string[];
  /** Held until their content has come; not among the open. */
  readonly pending: readonly string[];
  readonly onLeave: readonly string[];
}

const MOST_NAMES = 50;

export function roll({ topic, day, done, open, pending, onLeave }: Roll): string {
  const expected = done.length + open.length + pending.length;
  if (expected === 0) return `「${topic}」里还没有要打卡的成员。`;
  return [
    `「${topic}」${formatDayWithWeekday(day)}，应到 ${expected} 人`,
    rollLine('已打卡', done),
    ...(pending.length > 0 ? [rollLine('待补内容', pending)] : []),
    ...(onLeave.length > 0 ? [rollLine('请假', onLeave)] : []),
    open.length > 0 ? rollLine('未打卡', open) : '没有漏下的人。',
  ].join('\n');
}

function rollLine(label: string, names: readonly string[]): string {
  return `${label} ${names.length} 人${names.length > 0 ? `：${listNames(names, MOST_NAMES)}` : ''}`;
}

export function rollGoesToStaff(staffRooms: readonly string[]): string {
  return `名单不在群里公开，已发到${staffRooms.map((topic) => `「${topic}」`).join('')}。`;
}

export function rollInPrivate(topic: string): string {
  return `名单不在群里公开。请私聊我发送：/${roomWord(topic)} 名单`;
}

export interface NextSlot {
  readonly topic: string;
  readonly kind: PostKind;
  readonly dueAt: number;
  readonly zone: string;
}

export interface Troubled {
  readonly id: number;
  readonly place: string;
  readonly kind: string;
  readonly day: LocalDay | null;
}

export interface Unsent {
  readonly topic: string;
  readonly kind: SlotKind;
  readonly id: number;
  readonly day: LocalDay;
  readonly reason: string | null;
}

export interface Stop {
  readonly cause: StopCause;
  /** A day and minute in the default zone. */
  readonly until: { readonly day: LocalDay; readonly minute: LocalMinute };
  /** The posts that wait for its end. */
  readonly held: readonly Troubled[];
}

export interface Status {
  readonly today: LocalDay;
  readonly waiting: number;
  readonly sentToday: number;
  /** Absent while the bot may speak. */
  readonly stop: Stop | undefined;
  /** Undefined until it has been measured. */
  readonly ownMessages: OwnMessages | undefined;
  readonly uncertain: readonly Troubled[];
  readonly unsent: readonly Unsent[];
  readonly paused: readonly { readonly topic: string; readonly until: LocalDay }[];
  readonly next: readonly NextSlot[];
  /** Rooms that are lost since a login; absent where ids stay. */
  readonly recognising?: { readonly lost: number; readonly withoutCode: readonly string[] };
}

const MOST_LINES = 5;

export function status(now: Status): string {
  const { waiting, sentToday, next } = now;
  return [
    `今天已发 ${sentToday} 条，排队 ${waiting} 条`,
    ...delivery(now.ownMessages),
    ...stopLines(now),
    ...recognisingLines(now),
    ...some('不确定是否发出：', now.uncertain, (one) => troubledLine(one)),
    ...some(
      '今天没有推送：',
      now.unsent,
      (one) => `「${one.topic}」${kindNames[one.kind]}：${sayStoredReason(one.reason)}`,
    ),
    ...some('暂停中：', now.paused, (one) => `「${one.topic}」到 ${formatDay(one.until)}`),
    ...(next.length > 0 ? some('接下来：', next, nextLine) : ['接下来没有推送，先登记一个群：/建群 体验 英语']),
    ...remedy(now),
  ].join('\n');
}

function recognisingLines({ recognising }: Status): string[] {
  if (recognising === undefined) return [];
  const { lost, withoutCode } = recognising;
  return [
    ...(lost > 0 ? [`重新登录后还有 ${lost} 个群没认回来，发送：/认群`] : []),
    ...(withoutCode.length > 0
      ? [`还没有绑定码：${listNames(withoutCode, MOST_LINES)}。请各自私聊我发送「绑定」`]
      : []),
  ];
}

function stopLines({ today, stop }: Status): string[] {
  if (stop === undefined) return [];
  const until = `${nearDay(stop.until.day, today)} ${formatLocalMinute(stop.until.minute)}`;
  return [
    `账号保护性停发，到${until} 为止：${stopCause(stop.cause)}`,
    ...some('可以请人先发：', stop.held, troubledLine),
  ];
}

function some<T>(lead: string, items: readonly T[], line: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const more = items.length > MOST_LINES ? [`……共 ${items.length} 条`] : [];
  return [lead, ...items.slice(0, MOST_LINES).map(line), ...more];
}

function troubledLine({ id, place, kind, day }: Troubled): string {
  return `编号 ${id}「${place}」${day === null ? '' : formatDay(day)}${nameOf(kind)}`;
}

function nameOf(kind: string): string {
  return isSlotKind(kind) ? kindNames[kind] : '消息';
}

function nextLine({ topic, kind, dueAt, zone }: NextSlot): string {
  return `${formatMoment(dueAt, zone)}「${topic}」${kindNames[kind]}`;
}

/** Sending these again would find nothing to send. */
const NEEDS_A_COURSE: ReadonlySet<string | null> = new Set(['no-course', 'no-lesson', 'course-finished']);

function remedy({ uncertain, unsent, stop }: Status): string[] {
  const [first] = uncertain;
  if (first) return [`到群里看一眼，没收到就发送：/补发 ${first.id}`];
  const [held] = stop?.held ?? [];
  if (held) return [`看全文、复制去发：/状态 ${held.id}`];
  const missed = unsent.find(({ kind, reason }) => kind !== 'outlook' && !NEEDS_A_COURSE.has(reason));
  if (missed === undefined) return [];
  const isPicture = postKindOf(missed.kind) !== missed.kind;
  return [
    `要补发就发送：${isPicture ? `/补发 ${missed.id}` : `/${roomWord(missed.topic)} 补发 ${kindNames[missed.kind]}`}`,
  ];
}
