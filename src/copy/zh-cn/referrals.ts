/** Codes of invitation (邀请码): what members hear of theirs, and what staff read. */

import { displayName } from '../../domain/display-name.js';
import { QUALIFYING_DAYS, type ReferralState, type VoidReason } from '../../domain/referral.js';
import type { InRoom } from './name-list.js';

export const triggers = { codes: ['邀请码'] } as const;
export const summaries = { codes: '看谁带来了谁，算没算、为什么' } as const;
export const examples = { codes: '/邀请码 @小林' } as const;
export const labels = { member: '成员' } as const;
export const help = {
  own: { words: '我的邀请码', summary: '看自己的邀请码，带新朋友来', example: '我的邀请码' },
} as const;

export interface OwnCode {
  readonly name: string;
  readonly code: string;
  /** What a newcomer who stays is worth; 0 for none. */
  readonly points: number;
  readonly brought: number;
  readonly earned: number;
}

/** Nothing is paid for passing it on. */
export function ownCode({ name, code, points, brought, earned }: OwnCode): string {
  const reward = points === 0 ? '' : `，你得 ${points} 分`;
  const record = brought === 0 ? [] : [`你带来了 ${brought} 位，其中 ${earned} 位打卡满 ${QUALIFYING_DAYS} 天`];
  return [
    `${displayName(name)} 的邀请码：${code}`,
    `新朋友进群 7 天内自己发送下面这句，再打卡满 ${QUALIFYING_DAYS} 天${reward}`,
    ...record,
    `邀请码 ${code}`,
  ].join('\n');
}

export function inNoRoom(): string {
  return '进了学习群才有邀请码，进群后再发送：我的邀请码';
}

export function codeNoted(name: string, inviter: string): string {
  return `${displayName(name)}，记下了，是 ${displayName(inviter)} 带你来的。\n从今天的第一步开始，发送：打卡`;
}

export function codeUnknown(): string {
  return '没有找到这个邀请码，看看是不是抄错了一位。\n例如：邀请码 C7H3MPAB';
}

export function ringNoted(): string {
  return '你们两边互相邀请，这样不算邀请。\n接着学就好，发送：打卡';
}

export interface InviterLine {
  readonly name: string;
  readonly brought: number;
  readonly earned: number;
}

export function topInviters(lines: readonly InviterLine[], inRoom: InRoom): string {
  if (lines.length === 0) return `还没有人用过邀请码。\n成员发送「我的邀请码」就能看到自己的`;
  return [
    `【邀请】带来新朋友最多的 ${lines.length} 位（打卡满 ${QUALIFYING_DAYS} 天才算成）`,
    ...lines.map(({ name, brought, earned }) => `${displayName(name)}：带来 ${brought} 位，算成 ${earned} 位`),
    `看某个人的，发送：${inRoom(examples.codes)}`,
  ].join('\n');
}

export interface ReferralLine {
  readonly name: string;
  readonly state: ReferralState;
  readonly reason: string | null;
  readonly points: number;
}

const VOID: Readonly<Record<VoidReason, string>> = {
  ring: '互相邀请，不算',
  gone: '进群不满 24 小时就走了，不算',
  late: '30 天里没打满，不算',
  known: '是老成员，不算',
  self: '是同一个人，不算',
};

/** Why an invitation does not count; empty where it may. */
export function voidName(reason: string | null): string {
  return VOID[reason as VoidReason] ?? '';
}

/** Options of the to-do. */
export const choices = { takeBack: '收回', leaveIt: '不收' } as const;

const UNEARNED: Readonly<Record<VoidReason, string>> = {
  ...VOID,
  self: '现在认出两人是同一个人',
  known: '现在认出是老成员',
  ring: '现在认出是互相邀请',
};

export interface Unearned {
  readonly newcomer: string;
  readonly points: number;
  readonly reason: VoidReason;
}

export function unearnedTodo({ newcomer, points, reason }: Unearned, name: string): string {
  return `${displayName(name)} 带来 ${displayName(newcomer)} 得过 ${points} 分，${UNEARNED[reason]}`;
}

export function takenBack(points: number): string {
  return `好，${points} 分收回了。`;
}

export function leftPaid(): string {
  return '好，分数留着不动。';
}

export interface InvitationsOf {
  readonly name: string;
  readonly code: string | undefined;
  readonly broughtBy: string | undefined;
  readonly lines: readonly ReferralLine[];
  readonly total: number;
}

export function invitationsOf({ name, code, broughtBy, lines, total }: InvitationsOf): string {
  const more = total > lines.length ? [`还有 ${total - lines.length} 位更早的`] : [];
  return [
    `${displayName(name)} 的邀请码：${code ?? '还没领'}`,
    ...(broughtBy === undefined ? [] : [`是 ${displayName(broughtBy)} 带来的`]),
    total === 0 ? '还没带来新朋友。' : `带来 ${total} 位：`,
    ...lines.map((line) => `${displayName(line.name)}：${sayState(line)}`),
    ...more,
  ].join('\n');
}

function sayState({ state, reason, points }: ReferralLine): string {
  if (state === 'pending') return `等 TA 自己打卡满 ${QUALIFYING_DAYS} 天`;
  if (state === 'earned') return points > 0 ? `算成了，${points} 分` : '算成了，没有积分（到了上限，或是工作人员）';
  const why = VOID[reason as VoidReason];
  return state === 'reversed' ? `${why ?? '打卡撤回了'}，${points} 分收回` : (why ?? '不算');
}
