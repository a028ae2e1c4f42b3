/** What staff read and say of trials (体验), and what members are told of their own day. */

import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { OfferDay, TrialOutcome, TrialProposal, TrialState, TrialStepName } from '../../domain/trial.js';
import { formatDay, formatDayWithWeekday } from './calendar.js';
import type { InRoom } from './name-list.js';
import { templateNames } from './template-variables.js';

export const triggers = { trial: ['体验'] } as const;
export const summaries = { trial: '看谁体验到第几天，延长、结束、重来，写推荐文案' } as const;
export const examples = { trial: '/体验 延长 @小林 3', copy: '/体验 文案 5 {{ 昵称 }}，…' } as const;
export const labels = { order: '怎么办', member: '成员', days: '天数', day: '第几天', copy: '文案' } as const;

export type TrialAction = 'extend' | 'stop' | 'restart' | 'copy';
export const actions: Readonly<Record<string, TrialAction>> = {
  延长: 'extend',
  结束: 'stop',
  重来: 'restart',
  文案: 'copy',
};
/** Puts the usual words of an offer back. */
export const usualWord = '默认';
export const reasonWords = ['体验'] as const;

/** Options of to-dos. */
export const choices = {
  extend: '延长',
  invite: '邀请',
  thank: '送别',
  restart: '重来',
  leaveIt: '不用',
  removed: '已移出',
  keep: '不移了',
} as const;

const PROPOSALS: Readonly<Record<TrialProposal, string>> = {
  extend: choices.extend,
  invite: choices.invite,
  thank: choices.thank,
};

/** In 我的. */
export function ownDay({ day, days }: { readonly day: number; readonly days: number }): string {
  return day === 0 ? `体验还没开始，共 ${days} 天` : `体验第 ${day} 天（共 ${days} 天）`;
}

export interface Over {
  readonly days: number;
  readonly checkIns: number;
  readonly proposal: TrialProposal;
}

export function overTodo({ days, checkIns, proposal }: Over, name: string, topic: string): string {
  const record = checkIns === 0 ? '没打过卡' : `打卡 ${checkIns} 天`;
  return `${displayName(name)} 在「${topic}」的 ${days} 天体验到期，${record}，建议：${PROPOSALS[proposal]}`;
}

export function returnTodo(name: string, topic: string, beganDay: LocalDay): string {
  return `${displayName(name)} 又回到「${topic}」，${formatDay(beganDay)} 体验过一次，没有自动重来`;
}

export function removalTodo(name: string, topic: string): string {
  return `请手动把 ${displayName(name)} 移出「${topic}」，我移不了`;
}

export function extended(name: string, lastDay: LocalDay): string {
  return `${displayName(name)} 的体验延长到 ${formatDayWithWeekday(lastDay)}。`;
}

export function stopped(name: string): string {
  return `${displayName(name)} 的体验结束了，不会再收到体验的消息，人还在群里。`;
}

export function restarted(name: string, firstDay: LocalDay): string {
  return `${displayName(name)} 重新开始体验，${formatDayWithWeekday(firstDay)} 是第 1 天。转化数据里还是算原来那一次。`;
}

export function begun(name: string, firstDay: LocalDay): string {
  return `${displayName(name)} 开始体验，${formatDayWithWeekday(firstDay)} 是第 1 天。`;
}

export function invited(name: string): string {
  return `已经私聊邀请 ${displayName(name)}，体验的事到此办完。`;
}

/** Where the bot may not write to them. */
export function inviteYourself(name: string, words: string): string {
  return [`我现在不能私聊 ${displayName(name)}，请你来发，下面这段可以直接复制：`, '', words].join('\n');
}

export function thanking(topic: string): string {
  return `谢过并移出「${topic}」`;
}

export const thankingLoses = '移出后要重新邀请才能回来';

export function thanked(name: string, told: boolean): string {
  const word = told ? '私聊道了谢，' : '没法私聊，没有道谢；';
  return `好，${word}${displayName(name)} 会在白天移出群。`;
}

export function alreadyGone(name: string): string {
  return `${displayName(name)} 已经不在群里，不用移了。`;
}

export function leftAsItIs(name: string): string {
  return `好，${displayName(name)} 这件就这样。`;
}

export interface TrialLine {
  readonly name: string;
  readonly checkIns: number;
}

export interface TrialRoom {
  readonly topic: string;
  /** By day of their own; those whose days are over are at 0. */
  readonly days: ReadonlyArray<readonly [number, readonly TrialLine[]]>;
  readonly waiting: readonly TrialLine[];
  readonly paid: number;
}

const MOST_NAMED = 5;

export function trialList(rooms: readonly TrialRoom[], inRoom: InRoom): string {
  if (rooms.length === 0) return '现在没有人在体验。\n新成员进了体验群会自动开始';
  return [...rooms.map(trialRoom), `要延长就发送：${inRoom(examples.trial)}`].join('\n\n');
}

function trialRoom({ topic, days, waiting, paid }: TrialRoom): string {
  const people = days.reduce((sum, [, lines]) => sum + lines.length, 0);
  return [
    `【体验】${topic}，${people} 人`,
    ...days.map(([day, lines]) => `${day === 0 ? '还没开始' : `第 ${day} 天`}：${sayLines(lines)}`),
    ...(waiting.length > 0 ? [`到期等人定：${sayLines(waiting)}，看 /待办`] : []),
    ...(paid > 0 ? [`已付费：${paid} 人`] : []),
  ].join('\n');
}

function sayLines(lines: readonly TrialLine[]): string {
  const shown = lines.slice(0, MOST_NAMED).map(({ name, checkIns }) => `${displayName(name) || '同学'}（${checkIns}）`);
  return lines.length > MOST_NAMED ? `${shown.join('、')} 等 ${lines.length} 人` : shown.join('、');
}

/** A preview is what would be said, to the letter. */
export function offerPreview(day: OfferDay, preview: string, isOwn: boolean): string {
  return [
    `第 ${day} 天的推荐（${isOwn ? '本课程的文案' : '默认文案，每天换一句'}），发出去是这样：`,
    '',
    preview,
    '',
    `要改就发送：/体验 文案 ${day} 新的内容`,
    `可用变量：${templateNames.map((name) => `{{ ${name} }}`).join(' ')}`,
  ].join('\n');
}

export function offerSaved(day: OfferDay, preview: string): string {
  return [`第 ${day} 天的推荐改好了，发出去是这样：`, '', preview].join('\n');
}

export function offerReset(day: OfferDay): string {
  return `第 ${day} 天的推荐改回默认文案了。`;
}

const STEPS: Readonly<Record<TrialStepName, string>> = {
  guide: '怎么开始打卡',
  'offer-5': '第 5 天的推荐',
  'offer-6': '第 6 天的推荐',
  'offer-7': '第 7 天的推荐',
};

const OUTCOMES: Readonly<Record<TrialOutcome, string>> = {
  paid: '已付费',
  invited: '已邀请',
  thanked: '已送别',
  stopped: '由运营结束',
  gone: '自己退群了',
  staff: '成了工作人员，不算体验',
  same: '认出是体验过的人，并到原来那一次',
};

export function outcomeName(outcome: TrialOutcome): string {
  return OUTCOMES[outcome];
}

export interface WhyTrial {
  readonly topic: string;
  readonly joinedDay: LocalDay;
  readonly firstDay: LocalDay;
  /** 0 before the first one. */
  readonly day: number;
  readonly days: number;
  readonly round: number;
  readonly state: TrialState;
  readonly outcome: TrialOutcome | null;
  readonly said: ReadonlyArray<{
    readonly step: TrialStepName;
    readonly how: 'private' | 'room';
    readonly day: LocalDay;
  }>;
  readonly quiet: 'paid' | 'checked-in' | 'said' | 'nothing' | 'due';
}

/** `name`: undefined for those who ask themselves. */
export function whyTrial(why: WhyTrial, name: string | undefined): readonly string[] {
  const who = name === undefined ? '你' : displayName(name);
  const round = why.round > 1 ? `（第 ${why.round} 次）` : '';
  const beginning = `${who} ${formatDay(why.joinedDay)} 进「${why.topic}」，${formatDay(why.firstDay)} 是体验第 1 天${round}。`;
  return [beginning, stateLine(why), ...saidLine(why), ...quietLine(why)];
}

function stateLine({ state, outcome, day, days }: WhyTrial): string {
  if (state === 'over') return `体验结束了：${outcome === null ? '到期' : OUTCOMES[outcome]}。`;
  if (state === 'handed') return `${days} 天到期了，等运营决定，看 /待办。`;
  return `今天${ownDay({ day, days })}。`;
}

function saidLine({ said }: WhyTrial): string[] {
  if (said.length === 0) return ['还没有为体验发过消息。'];
  const each = said.map(
    ({ step, how, day }) => `${formatDay(day)} ${STEPS[step]}（${how === 'private' ? '私聊' : '群里'}）`,
  );
  return [`发过：${each.join('；')}`];
}

const QUIET: Readonly<Record<WhyTrial['quiet'], string>> = {
  paid: '已经付费，不再推荐。',
  'checked-in': '已经打过卡，不用再提醒怎么开始。',
  said: '今天该说的说过了，不重复。',
  nothing: '今天没有要说的。',
  due: '今天 17:00 会说，能私聊就私聊。',
};

function quietLine({ state, quiet }: WhyTrial): string[] {
  return state === 'running' ? [QUIET[quiet]] : [];
}

export function whyNone(name: string | undefined, topic: string): readonly string[] {
  return [`${name === undefined ? '你' : displayName(name)} 在「${topic}」没有体验期。`];
}
