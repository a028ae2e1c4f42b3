/** How the ledger's reasons are said, in statements, exports and answers to why, and what is said of points by hand. */

import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { PointsReason } from '../../domain/points.js';
import { formatDay } from './calendar.js';
import { listNames } from './name-list.js';

export const triggers = {
  grant: ['积分', '加分', '扣分'],
  statement: ['积分明细', '积分流水', '我的积分明细'],
} as const;
export const summaries = { grant: '给成员加分或扣分，要写原因', statement: '看自己最近的积分进出' } as const;
export const examples = { grant: '/积分 @小林 +20 分享笔记', statement: '积分明细' } as const;
export const labels = { member: '成员', reason: '原因' } as const;

const REASONS: Readonly<Record<PointsReason, string>> = {
  'check-in': '打卡',
  milestone: '连续打卡奖励',
  correction: '打卡记录更正',
  grant: '运营发放',
  redeem: '兑换礼品',
  'flash-sale': '秒杀',
  draw: '抽奖',
  quiz: '答题',
  badge: '徽章奖励',
  referral: '邀请新成员',
  recognised: '认回旧身份',
  move: '换群结转',
  reversal: '退回',
};

export function pointsReason(reason: PointsReason): string {
  return REASONS[reason];
}

/** What would be done, for the confirmation. */
export function granting(amount: number, reason: string): string {
  return `${signed(amount)} 分（${reason}）`;
}

const MOST_NAMED = 5;

/** `balance` where it is one person's. */
export function granted(names: readonly string[], amount: number, reason: string, balance: number | undefined): string {
  const now = balance === undefined ? '' : `，现在有 ${balance} 分`;
  return `${listNames(names, MOST_NAMED)} ${signed(amount)} 分（${reason}）${now}。`;
}

function signed(amount: number): string {
  return amount < 0 ? `−${-amount}` : `+${amount}`;
}

interface StatementLine {
  readonly amount: number;
  readonly reason: PointsReason;
  readonly day: LocalDay;
  readonly about: string | undefined;
}

export interface Statement {
  readonly name: string;
  readonly topic: string;
  readonly balance: number;
  readonly lines: readonly StatementLine[];
  /** Where others read along. */
  readonly isShort: boolean;
}

export function statement({ name, topic, balance, lines, isShort }: Statement): string {
  if (lines.length === 0) return `${displayName(name)} 在「${topic}」还没有积分。\n发送：打卡`;
  return [
    `${displayName(name)} ·「${topic}」有 ${balance} 分，最近 ${lines.length} 笔：`,
    ...lines.map(
      ({ day, amount, reason, about }) =>
        `${formatDay(day)}　${signed(amount)}　${pointsReason(reason)}${about === undefined ? '' : `：${about}`}`,
    ),
    ...(isShort ? ['想多看几笔，私聊我发送：积分明细'] : []),
  ].join('\n');
}

export function notHere(name: string, topic: string): string {
  return `${displayName(name)} 不在「${topic}」，看不到积分。`;
}

export function noRooms(): string {
  return '你还没有加入学习群，进群后发送「打卡」就会有积分。';
}
