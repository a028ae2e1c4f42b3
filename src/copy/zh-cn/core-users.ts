/** What the bot says about core users (核心用户): scores, invitations, coming and going. */

import { type CoreFacts, type CorePart, type CoreParts, CORE_PARTS, MOST_OF_PART } from '../../domain/core-score.js';
import type { CoreState } from '../../domain/core-user.js';
import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import { localDayOf } from '../../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import { formatDay } from './calendar.js';
import { type InRoom, listNames } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = {
  core: ['核心'],
  consent: ['同意加入核心', '我同意加入核心', '愿意', '我愿意'],
  decline: ['暂不加入', '先不加入', '暂不加入核心', '不愿意'],
  leave: ['退出核心', '我要退出核心'],
  ownScore: ['我的核心分', '核心分'],
} as const;
export const summaries = {
  core: '看核心用户和候选，邀请或移出',
  consent: '收到邀请后，同意成为核心用户',
  decline: '收到邀请后，先不加入',
  leave: '不再做核心用户，随时可以',
  ownScore: '看自己的核心分',
} as const;
export const examples = {
  core: '/核心 邀请 @小林',
  remove: '/核心 移出 @小林 想休息一阵',
  consent: '同意加入核心',
  decline: '暂不加入',
  leave: '退出核心',
  ownScore: '我的核心分',
} as const;
export const labels = { order: '怎么办', member: '成员', reason: '理由' } as const;
export const reasonWords = ['核心', '核心用户', '核心分'] as const;
/** The tag of core users. */
export const TAG = '核心用户';

export const actions: Readonly<Record<string, 'invite' | 'remove'>> = {
  邀请: 'invite',
  请: 'invite',
  移出: 'remove',
  移除: 'remove',
};

export const choices = {
  invite: '邀请',
  notNow: '先不',
  told: '已转告',
  withdraw: '不邀请了',
  done: '已处理',
  askOut: '请出群',
  keep: '留下',
} as const;

/** Words that can mean nothing else, with or without an invitation. */
export function isExplicit(line: string): boolean {
  return line.includes('核心');
}

const PART_NAMES: Readonly<Record<CorePart, string>> = {
  loyalty: '坚持',
  feedback: '反馈',
  response: '响应',
  referral: '推荐',
};

/** 坚持 20、反馈 5… */
function sayParts(parts: CoreParts): string {
  return CORE_PARTS.map((part) => `${PART_NAMES[part]} ${parts[part]}`).join('、');
}

function sayFacts({ days, accepted, opinions, quizzes, referrals }: CoreFacts): string {
  const told = `意见采纳或处理 ${accepted} 条（每条 5 分）、其余 ${opinions} 条（每条 1 分，最多 5 分）`;
  return `近 90 天打卡 ${days} 天，${told}，答题 ${quizzes} 次，带来 ${referrals} 位坚持到第三次打卡的新朋友`;
}

export interface ToldScore extends CoreParts {
  readonly total: number;
  readonly day: LocalDay;
  readonly facts: CoreFacts;
}

export interface ToldCore {
  readonly name: string;
  readonly score: ToldScore | undefined;
  readonly state: CoreState | undefined;
  readonly at: number;
  readonly reason: string | null;
}

/** Of one member, for staff. */
export function oneMember(told: ToldCore, inRoom: InRoom): string {
  const { name, score, state } = told;
  const who = displayName(name);
  const action = state === 'active' ? examples.remove : `/核心 邀请 @${who}`;
  return [`${who}：${sayState(told)}`, ...scoreLines(score), inRoom(action.replace('@小林', `@${who}`))].join('\n');
}

/** At most five lines. */
export function whyCore(told: ToldCore): string[] {
  return [
    `${displayName(told.name)}：${sayState(told)}`,
    ...scoreLines(told.score),
    '成为核心用户要运营邀请、本人同意。',
  ];
}

function scoreLines(score: ToldScore | undefined): string[] {
  if (score === undefined) return ['核心分每天早上算一次，还没有算到。'];
  return [`核心分 ${score.total}（${formatDay(score.day)}）：${sayParts(score)}`, sayFacts(score.facts)];
}

function sayState({ state, at, reason }: Pick<ToldCore, 'state' | 'at' | 'reason'>): string {
  if (state === undefined) return '不是核心用户';
  const since = formatDay(localDayOf(at, DEFAULT_SETTINGS.zone));
  const why = reason === null ? '' : `：${displayName(reason)}`;
  const said: Readonly<Record<CoreState, string>> = {
    passed: `${since}运营选了先不邀请`,
    invited: `${since}邀请过，等本人回复`,
    declined: `${since}婉拒了邀请`,
    active: `${since}起是核心用户`,
    left: `${since}自己退出了核心用户`,
    removed: `${since}移出了核心用户${why}`,
  };
  return said[state];
}

export function ownScore(name: string, score: ToldScore | undefined, isCore: boolean): string {
  const who = displayName(name);
  if (score === undefined) return `${who}，核心分每天早上算一次，明天再来看。\n今天先打卡，发送：打卡`;
  const standing = isCore ? '你现在是核心用户，谢谢。' : '分数高的同学，运营会来邀请。';
  return [
    `${who} 的核心分 ${score.total}：${sayParts(score)}`,
    `${sayFacts(score.facts)}。`,
    `每项最多 ${MOST_OF_PART} 分，${formatDay(score.day)}算的。${standing}`,
  ].join('\n');
}

export interface ListedCandidate {
  readonly name: string;
  readonly total: number;
}

export interface CoreList {
  readonly active: readonly string[];
  readonly asked: readonly string[];
  readonly candidates: readonly ListedCandidate[];
  readonly most: number;
  readonly present: number;
}

const MOST_NAMED = 12;
const MOST_CANDIDATES = 5;

export function coreList({ active, asked, candidates, most, present }: CoreList, inRoom: InRoom): string {
  const best = candidates.slice(0, MOST_CANDIDATES).map(({ name, total }) => `${displayName(name)} ${total} 分`);
  const first = candidates[0]?.name;
  return [
    `【核心用户】${active.length} 位，最多 ${most} 位（在群成员 ${present} 人的两成）`,
    ...(active.length === 0 ? [] : [listNames(active, MOST_NAMED)]),
    ...(asked.length === 0 ? [] : [`等回复：${listNames(asked, MOST_NAMED)}`]),
    best.length === 0 ? '还没有分数够的候选，核心分每天早上算一次。' : `候选：${best.join('、')}`,
    inRoom(first === undefined ? '/核心 @小林' : `/核心 邀请 @${displayName(first)}`),
  ].join('\n');
}

/** A to-do. */
export function candidateLine(name: string, { total, ...parts }: CoreParts & { readonly total: number }): string {
  return `核心候选 ${displayName(name)} ${total} 分：${sayParts(parts)}`;
}

export function passedOver(name: string): string {
  return `好，先不邀请 ${displayName(name)}，30 天内不再提。`;
}

const INVITATIONS: Eight<(name: string) => string> = [
  (name) => `${name}，这段时间你一直在，想邀请你做核心用户。`,
  (name) => `${name}，你的坚持大家都看到了，愿意成为核心用户吗？`,
  (name) => `${name}，想请你做我们的核心用户。`,
  (name) => `${name}，谢谢你这么用心，想邀请你加入核心用户。`,
  (name) => `${name}，运营想请你加入核心用户。`,
  (name) => `${name}，有你在的群特别踏实，想邀请你做核心用户。`,
  (name) => `${name}，想和你走得更近一点：邀请你加入核心用户。`,
  (name) => `${name}，核心用户里给你留了一个位置。`,
];

/** In private. */
export function invitation(name: string, occasion: Occasion): string {
  return [
    variantOf(INVITATIONS, occasion)(displayName(name)),
    '会提前一天看到第二天的内容，想法我们先听；没有任务，也不用交钱，随时可以退出。',
    `7 天内都可以回。愿意就发送：${examples.consent}`,
    `不方便就发送：${examples.decline}`,
  ].join('\n');
}

/** A to-do, where the bot may not write to them. */
export function pleaseAsk(name: string): string {
  return `请转告 ${displayName(name)}：想邀请你做核心用户，愿意就私聊我发「${examples.consent}」，7 天内都可以`;
}

export function invited(name: string, isTold: boolean): string {
  const who = displayName(name);
  return isTold
    ? `已私聊邀请 ${who}，TA 同意了才算，7 天内等回复。`
    : `还不能私聊 ${who}，我开了一条待办，请你转告。TA 同意了才算。\n看待办，发送：/待办`;
}

export function askedByHand(name: string): string {
  return `好，等 ${displayName(name)} 回复，7 天内都可以。`;
}

export function withdrawn(name: string): string {
  return `好，不邀请 ${displayName(name)} 了。`;
}

const JOINED: Eight<(name: string) => string> = [
  (name) => `太好了 ${name}，从现在起你是核心用户了。`,
  (name) => `${name}，欢迎加入核心用户。`,
  (name) => `谢谢 ${name}，核心用户多了一位你。`,
  (name) => `${name}，记下了，你现在是核心用户。`,
  (name) => `真好，${name} 加入核心用户了。`,
  (name) => `${name}，很高兴你愿意，欢迎成为核心用户。`,
  (name) => `欢迎 ${name}，以后第二天的内容你先看。`,
  (name) => `${name}，有你一起太好了，核心用户算你一位。`,
];

export function joined(name: string, occasion: Occasion, entersRoom: boolean): string {
  return [
    variantOf(JOINED, occasion)(displayName(name)),
    ...(entersRoom ? ['核心群的邀请很快发给你。'] : []),
    `什么时候想停下都可以，发送：${examples.leave}`,
  ].join('\n');
}

export function declined(name: string): string {
  return `${displayName(name)}，好的，一点不影响你在群里的一切。谢谢你告诉我们。`;
}

export function notAsked(): string {
  return '现在没有等你回复的邀请。想加入可以先看看：我的核心分';
}

export function left(name: string, inRoom: boolean): string {
  return [
    `${displayName(name)}，已经退出核心用户了，谢谢你这段时间的陪伴。`,
    ...(inRoom ? ['核心群可以自己退，也可以留给我们来办。'] : []),
    `打卡和积分都不变。7 天内想回来，发送：${examples.consent}`,
  ].join('\n');
}

export function notCore(): string {
  return '你现在不是核心用户，不用退出。想看自己的，发送：我的核心分';
}

export function removed(name: string, reason: string): string {
  return `已把 ${displayName(name)} 移出核心用户，理由：${displayName(reason)}。打卡和积分都不变。`;
}

/** A to-do. */
export function stillInRoom(name: string, topic: string): string {
  return `${displayName(name)} 不再是核心用户，还在「${topic}」里`;
}

export function noCoreRoom(name: string): string {
  return `${displayName(name)} 同意做核心用户，还没有核心群：建好群发送 /建群 核心，再请 TA 进来`;
}

export function inviteByHand(name: string, topic: string): string {
  return `请把核心用户 ${displayName(name)} 拉进「${topic}」`;
}

export function removeByHand(name: string, topic: string): string {
  return `请把 ${displayName(name)} 请出「${topic}」，我这边做不了`;
}

export function doneByHand(): string {
  return '好，记下了。';
}

export function askingOut(topic: string): string {
  return `请出「${topic}」`;
}

export function askedOut(name: string, topic: string): string {
  return `好，这就请 ${displayName(name)} 离开「${topic}」。`;
}

export function kept(name: string, topic: string): string {
  return `好，${displayName(name)} 留在「${topic}」里。`;
}
