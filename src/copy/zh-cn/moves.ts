/** What the bot says about moves (流程): from the trial room to the paid one, and back. Where members read along, never of money. */

import { displayName, displayTopic } from '../../domain/display-name.js';
import {
  currentStep,
  type MoveCause,
  type MoveState,
  type MoveStep,
  type MoveWay,
  STEPS,
  type TakenStep,
} from '../../domain/move.js';
import { formatMoment } from './calendar.js';
import { type InRoom, listNames } from './name-list.js';
import { sayStoredReason } from './skip-reasons.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = { move: ['流程', '进群流程'] } as const;
export const summaries = { move: '看付费成员进群走到哪一步，重试、跳过或停止' } as const;
export const examples = { move: '/流程 @小林', retry: '/流程 @小林 重试', skip: '/流程 @小林 跳过' } as const;
export const labels = { order: '流程', member: '成员' } as const;
export const reasonWords: readonly string[] = ['流程', '进群', '邀请'];

export type MoveAction = 'retry' | 'skip' | 'stop';
export const actions: Readonly<Record<string, MoveAction>> = { 重试: 'retry', 跳过: 'skip', 停止: 'stop' };

/** The options of to-dos. */
export const choices = {
  invited: '已邀请',
  notWanted: '不用邀请',
  again: '再邀请',
  wait: '再等等',
  remove: '移出',
  removed: '已移出',
  stay: '留下',
} as const;
export const roomChoices: readonly string[] = ['1群', '2群', '3群', '4群', '5群'];

/** Of the members of a course. */
export function paidTag(course: string): string {
  return shortened(course, '付费');
}

export function trialTag(course: string): string {
  return shortened(course, '体验');
}

const LONGEST_TAG = 12;

function shortened(course: string, kind: string): string {
  const name = course.replace(/[\s:：<>=@,、，/]/gu, '');
  return `${[...name].slice(0, LONGEST_TAG - 2).join('')}${kind}`;
}

const FAREWELLS: Eight<(who: string) => string> = [
  (who) => `${who} 从这里毕业啦，谢谢这些天一起打卡`,
  (who) => `${who} 去新的群继续学了，路上顺利`,
  (who) => `和 ${who} 一起打卡的这些天很开心，下一站见`,
  (who) => `${who} 要去下一个学习群了，给 TA 鼓个掌`,
  (who) => `${who} 带着这些天的记录出发了，常回来看看`,
  (who) => `送送 ${who}：从这里起步，去下一个群接着学`,
  (who) => `${who} 在这里迈出了第一步，祝后面的路也走得稳`,
  (who) => `${who} 升到下一个群了，谢谢在这里的陪伴`,
];

const MOST_NAMED = 5;

/** In the trial room. */
export function farewell(names: readonly string[], occasion: Occasion): string {
  return `🎓 ${variantOf(FAREWELLS, occasion)(listNames(names, MOST_NAMED))}`;
}

/** In private, to somebody who was invited and has not come. */
export function reminder(topic: string | undefined): string {
  const where = topic === undefined ? '新的学习群' : `「${displayTopic(topic)}」`;
  return `${where}的邀请昨天发给你了，点开就能进群，打卡记录会一起带过去。\n没看到的话，找群里的老师再发一次`;
}

/** In private, when the card is over. */
export function cardOver(course: string, cause: MoveCause): string {
  const over = cause === 'expired' ? '到期了' : '结束了';
  return `你的${displayName(course)}会员${over}，谢谢这段时间一起坚持。打卡记录和积分都给你留着。\n想接着学，随时找老师就好`;
}

export interface MoveTodoWords {
  readonly course: string;
  /** Why it waits, as the step says. */
  readonly reason?: string;
  /** To choose among. */
  readonly rooms?: readonly { readonly topic: string }[];
}

export const todoLines = {
  invite: (name: string, { course, reason }: MoveTodoWords) =>
    `${displayName(name)} 要进${displayName(course)}付费群：${sayReason(reason)}，请人来邀请`,
  choose: (name: string, { course, rooms = [] }: MoveTodoWords) =>
    `${displayName(name)} 进哪个${displayName(course)}付费群：${rooms.map(({ topic }, index) => `${index + 1}「${displayTopic(topic)}」`).join(' ')}`,
  absent: (name: string, { course }: MoveTodoWords) =>
    `${displayName(name)} 收到${displayName(course)}付费群的邀请一天半了，还没进群`,
  return: (name: string, { course, reason }: MoveTodoWords, topic: string) =>
    `${displayName(name)} 的${displayName(course)}会员${causeWords[reason ?? ''] ?? '结束了'}，还在「${displayTopic(topic)}」，移出还是留下`,
  remove: (name: string, { reason }: MoveTodoWords, topic: string) =>
    `把 ${displayName(name)} 移出「${displayTopic(topic)}」没成：${sayReason(reason)}，请人来移`,
  trial: (name: string, { course }: MoveTodoWords, topic: string) =>
    `${displayName(name)} 已进${displayName(course)}付费群，还在「${displayTopic(topic)}」，移出还是留下`,
} as const;

const causeWords: Readonly<Record<string, string>> = { expired: '到期了', refunded: '已退款', undone: '订单撤销了' };

export const done = {
  invited: (name: string) => `好，等 ${displayName(name)} 进群。`,
  notWanted: (name: string) => `好，不邀请 ${displayName(name)}，流程到这里结束。`,
  again: (name: string) => `好，再邀请 ${displayName(name)} 一次。`,
  wait: () => '好，再等一天半。',
  removing: (name: string) => `好，正在移出 ${displayName(name)}。`,
  removed: (name: string) => `好，记下了：${displayName(name)} 已移出。`,
  stays: (name: string) => `好，${displayName(name)} 留在群里。`,
  chosen: (name: string, topic: string) => `好，邀请 ${displayName(name)} 进「${displayTopic(topic)}」。`,
  retried: (name: string, step: MoveStep) => `好，${displayName(name)} 的「${STEP_NAMES[step]}」再来一次。`,
  skipped: (name: string, step: MoveStep) => `好，${displayName(name)} 跳过「${STEP_NAMES[step]}」，接着往下走。`,
  stopped: (name: string) => `${displayName(name)} 的流程停了，已经做的都留着。`,
} as const;

/** What would be done, for the confirmation. */
export function removal(topic: string): string {
  return `移出「${displayTopic(topic)}」`;
}

const STEP_NAMES: Readonly<Record<MoveStep, string>> = {
  tags: '标签',
  invitation: '邀请',
  arrival: '进群',
  welcome: '欢迎',
  farewell: '送别',
  record: '记录',
  told: '告知',
  departure: '离群',
  'trial-room': '体验群',
};

const UNDER_WAY: Readonly<Partial<Record<MoveStep, string>>> = {
  invitation: '等发出',
  arrival: '等对方进群',
  departure: '正在移出',
  'trial-room': '正在移出',
};

const REASONS: Readonly<Record<string, string>> = {
  'already-there': '已经在群里',
  'no-room': '还没有登记这门课的付费群',
  'several-rooms': '付费群不止一个',
  unsupported: '这个微信接口不能代劳',
  uncertain: '不确定对方收到没有',
  'not-come': '一天半还没进群',
  'not-wanted': '不用邀请',
  'by-hand': '人工',
  'not-there': '不在群里',
  'said-before': '以前送别过',
  off: '本群不送别',
  'no-trial-room': '没在体验群',
  'not-allowed': '对方没私聊过，不打扰',
  'not-needed': '不用',
  left: '已离开',
  stays: '留在群里',
  moved: '有了新的流程',
};

function sayReason(reason: string | undefined): string {
  if (reason === undefined) return '';
  return Object.hasOwn(REASONS, reason) ? (REASONS[reason] ?? '') : sayStoredReason(reason);
}

export interface ToldMove {
  readonly name: string;
  readonly course: string;
  readonly way: MoveWay;
  readonly cause: MoveCause;
  readonly orderId: number | null;
  readonly state: MoveState;
  readonly steps: readonly TakenStep[];
  readonly zone: string;
  /** Where it leads; absent while that is open. */
  readonly topic?: string;
}

const STATES: Readonly<Record<MoveState, string>> = { running: '进行中', done: '已完成', stopped: '已停止' };

export function moveStateName(state: MoveState): string {
  return STATES[state];
}

/** Why somebody leaves again; empty for who comes in. */
export function moveCause(cause: MoveCause): string {
  return causeWords[cause] ?? '';
}

/** At most eight lines: one for each step. */
export function shown(move: ToldMove, inRoom: InRoom): string {
  const { name, way, steps, state } = move;
  const rows = STEPS[way].map((step) => stepLine(move, step));
  const trial = steps.find(({ step }) => step === 'trial-room');
  const last = trial ? [stepLine(move, 'trial-room')] : [];
  const isStuck = state === 'running' && steps.some((one) => one.state === 'waiting');
  const hint = isStuck ? [`等人处理：${inRoom('/待办')}，或 ${inRoom(`/流程 @${displayName(name)} 重试`)}`] : last;
  return [headline(move), ...rows, ...hint].join('\n');
}

function headline({ name, course, way, cause, orderId, state, topic }: ToldMove): string {
  const why = orderId === null ? (causeWords[cause] ?? '') : `订单 ${orderId}`;
  const where = way === 'in' ? `进${topic === undefined ? '付费群' : `「${displayTopic(topic)}」`}` : '离开付费群';
  return `${displayName(name)} · ${displayName(course)}：${where}，${STATES[state]}（${why}）`;
}

function stepLine({ steps, zone, state: moveState }: ToldMove, step: MoveStep): string {
  const taken = steps.find((one) => one.step === step);
  const name = STEP_NAMES[step];
  if (taken === undefined) return `${name}：${moveState === 'running' ? '还没到' : '没做'}`;
  return `${name}：${stateOf(taken)} ${formatMoment(taken.at, zone)}`;
}

function stateOf({ step, state, detail }: TakenStep): string {
  const { reason, days, points } = detail;
  const why = reason === undefined ? '' : `（${sayReason(reason)}）`;
  if (state === 'under-way') return UNDER_WAY[step] ?? '进行中';
  if (state === 'waiting') return `等人来办${why}`;
  if (state === 'skipped') return `跳过${why}`;
  if (days === undefined || points === undefined) return `完成${why}`;
  return `带过去 ${days} 天、${points} 分`;
}

export interface ListedMove {
  readonly name: string;
  readonly course: string;
  readonly way: MoveWay;
  readonly steps: readonly TakenStep[];
}

const MOST_LISTED = 6;

/** Those that wait for a person first. */
export function list(moves: readonly ListedMove[], inRoom: InRoom): string {
  const [first] = moves;
  if (first === undefined) return '没有进行中的流程。有人付费后，会自动开始。';
  const stuck = moves.filter(isWaiting);
  const inOrder = [...stuck, ...moves.filter((one) => !isWaiting(one))];
  const more = moves.length > MOST_LISTED ? `，先列 ${MOST_LISTED} 个` : '';
  return [
    `【流程】进行中 ${moves.length} 个，等人来办 ${stuck.length} 个${more}`,
    ...inOrder.slice(0, MOST_LISTED).map(listLine),
    `看一个：${inRoom(`/流程 @${displayName((inOrder[0] ?? first).name)}`)}`,
  ].join('\n');
}

function isWaiting({ steps }: ListedMove): boolean {
  return steps.some(({ state, step }) => state === 'waiting' && step !== 'trial-room');
}

function listLine({ name, course, way, steps }: ListedMove): string {
  const step = currentStep(way, steps);
  const taken = steps.find((one) => one.step === step);
  const where = step === undefined ? '收尾' : `${STEP_NAMES[step]}${taken ? `：${stateOf(taken)}` : ''}`;
  return `${displayName(name)} · ${displayName(course)}${way === 'back' ? '离群' : ''} · ${where}`;
}

/** Why somebody is, or is not yet, in the room that they moved to. At most five lines. */
export function explained(move: ToldMove | undefined, whose: string): string[] {
  if (move === undefined) return [`${whose}还没有进群的流程。`];
  const lines = move.steps.map((one) => stepLine(move, one.step));
  const where = move.way === 'in' ? '进群' : '离群';
  return [`${whose}的${where}流程${STATES[move.state]}。`, ...lines.slice(-4)];
}

/** In the welcome of the room that they come to: who brings a record along. */
export function bringing(
  people: ReadonlyArray<{ readonly name: string; readonly days: number; readonly streak: number }>,
): string {
  const shares = people.map(({ name, days, streak }) =>
    streak > 1 ? `${displayName(name)}（连续 ${streak} 天）` : `${displayName(name)}（累计 ${days} 天）`,
  );
  return `${shares.join('、')}带着之前的打卡记录来，天数接着算。`;
}
