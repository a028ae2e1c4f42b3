/** What the bot says about moderators (版主): lent powers, their end, and what came of them. */

import { displayName } from '../../domain/display-name.js';
import { type Loan, LEND_DAYS, type Power, powersWith } from '../../domain/power.js';
import type { Role } from '../../domain/role.js';
import { formatMoment } from './calendar.js';
import { listNames } from './name-list.js';
import { roleName } from './roles.js';

export const triggers = { moderator: ['版主'] } as const;
export const summaries = { moderator: '看版主，或把一部分权限借给某人一段时间' } as const;
export const examples = { moderator: '/版主 加 @小林 30天 提醒' } as const;
export const labels = {
  member: '成员',
  order: '怎么办',
  days: '天数',
  power: '权限',
  revokeExample: '/版主 收 @小林',
} as const;
export const reasonWords = ['版主'] as const;

export const actions: Readonly<Record<string, 'lend' | 'revoke'>> = {
  加: 'lend',
  借: 'lend',
  续: 'lend',
  设: 'lend',
  收: 'revoke',
  收回: 'revoke',
  撤: 'revoke',
};

export const powers: Readonly<Record<string, Power>> = {
  答: 'answer',
  答疑: 'answer',
  提醒: 'warn',
  警告: 'warn',
  隐藏: 'hide',
};

export const dayUnits: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 个月: 30, 月: 30 };

const POWER_NAMES: Readonly<Record<Power, string>> = { answer: '答疑', warn: '提醒', hide: '隐藏' };

export function powerName(power: Power): string {
  return POWER_NAMES[power];
}

function sayPowers(power: Power): string {
  return powersWith(power)
    .map((one) => POWER_NAMES[one])
    .join('、');
}

export interface ToldLoan extends Loan {
  readonly name: string;
  readonly topic: string;
  readonly zone: string;
}

/** Where it was ordered. `isNew` is false where one was prolonged or changed. */
export function lent({ name, topic, zone, power, until }: ToldLoan, isNew: boolean): string {
  const who = displayName(name);
  const first = isNew ? `${who} 现在是「${topic}」的版主` : `${who} 的版主改好了，还是在「${topic}」`;
  return [
    `${first}：可以${sayPowers(power)}，到 ${formatMoment(until, zone)} 为止。`,
    `要提前收回，发送：/版主 收 @${who}`,
  ].join('\n');
}

/** To the member in private. */
export function thanksForHelp({ name, topic, zone, power, until }: ToldLoan): string {
  return [
    `${displayName(name)}，谢谢你愿意帮忙照看「${topic}」。`,
    `从现在到 ${formatMoment(until, zone)}，你可以在群里${sayPowers(power)}；不会请你移除谁，也不用时时盯着。`,
    '到时间会自动结束。看能用什么，在群里发送：帮助',
  ].join('\n');
}

/** Behind the reply, where the bot may not write to the member. */
export function pleaseTell(name: string): string {
  return `还不能私聊 ${displayName(name)}，请你告诉一声。`;
}

export function revoked(name: string, topic: string): string {
  return `已收回 ${displayName(name)} 在「${topic}」的版主权限，马上生效。别忘了谢谢 TA。`;
}

export interface ListedModerator extends Loan {
  readonly name: string;
  readonly topic: string;
}

const MOST_LISTED = 6;

export function moderatorList(all: readonly ListedModerator[], zone: string, inRoom: (line: string) => string): string {
  if (all.length === 0) return `现在没有版主。\n借给某人 ${LEND_DAYS} 天，发送：${inRoom(examples.moderator)}`;
  const more = all.length > MOST_LISTED ? [`还有 ${all.length - MOST_LISTED} 位，请写上群名再看。`] : [];
  return [
    `【版主】${all.length} 位`,
    ...all.slice(0, MOST_LISTED).map((one) => moderatorLine(one, zone)),
    ...more,
  ].join('\n');
}

function moderatorLine({ name, topic, power, until }: ListedModerator, zone: string): string {
  return `${displayName(name)}　「${topic}」${POWER_NAMES[power]}，到 ${formatMoment(until, zone)}`;
}

export interface UsedCommand {
  readonly name: string;
  /** The command's first word. */
  readonly word: string;
  readonly count: number;
  readonly undone: number;
}

export interface WeekOfModerators {
  readonly count: number;
  readonly uses: readonly UsedCommand[];
  /** Those that end within a week. */
  readonly ending: readonly ListedModerator[];
  readonly zone: string;
}

const MOST_PEOPLE = 4;
const MOST_ENDING = 2;

/** To staff on Monday morning. */
export function weekSummary({ count, uses, ending, zone }: WeekOfModerators): string {
  const byName = new Map<string, string[]>();
  for (const { name, word, count: times, undone } of uses) {
    const told = `${word} ${times} 次${undone > 0 ? `（撤销 ${undone} 次）` : ''}`;
    byName.set(name, [...(byName.get(name) ?? []), told]);
  }
  const lines = [...byName].map(([name, told]) => `${displayName(name)}：${told.join('、')}`);
  const more = lines.length > MOST_PEOPLE ? [`还有 ${lines.length - MOST_PEOPLE} 位，看全部：/记录`] : [];
  return [
    `【版主一周】现有 ${count} 位版主`,
    ...(lines.length === 0 ? ['这周没有人用过版主权限。'] : lines.slice(0, MOST_PEOPLE)),
    ...more,
    ...endingLines(ending, zone),
  ].join('\n');
}

function endingLines(ending: readonly ListedModerator[], zone: string): string[] {
  const [first] = ending;
  if (first === undefined) return [];
  const told = ending.slice(0, MOST_ENDING).map((one) => moderatorLine(one, zone));
  const left = ending.slice(MOST_ENDING).map(({ name }) => name);
  const more = left.length > 0 ? `，${listNames(left, 3)}也快了` : '';
  return ['7 天内到期：', `${told.join('\n')}${more}`, `想续，到群里发送：/版主 加 @${displayName(first.name)} 30天`];
}

export interface ToldModerator {
  readonly name: string;
  readonly topic: string;
  readonly zone: string;
  readonly role: Role;
  readonly loan: (Loan & { readonly grantedAt: number; readonly by: string | undefined }) | undefined;
  /** The last step that staff took about it. */
  readonly last: { readonly line: string; readonly at: number; readonly by: string } | undefined;
  /** How often it was used in the last 7 days. */
  readonly uses: number;
}

/** At most five lines. */
export function whyModerator({ name, topic, zone, role, loan, last, uses }: ToldModerator): string[] {
  const who = displayName(name);
  const told = last === undefined ? [] : [`${formatMoment(last.at, zone)} ${displayName(last.by)}：${last.line}`];
  if (loan === undefined) {
    const instead = role === 'member' ? '现在不是版主' : `是${roleName(role)}，不用再借权限`;
    return [`${who} 在「${topic}」${instead}。`, ...told];
  }
  return [
    `${who} 是「${topic}」的版主，可以${sayPowers(loan.power)}，到 ${formatMoment(loan.until, zone)} 自动结束。`,
    `${formatMoment(loan.grantedAt, zone)}${loan.by === undefined ? '' : ` 由 ${displayName(loan.by)}`} 借出。`,
    ...told,
    `最近 7 天用过 ${uses} 次。`,
  ];
}
