/** What staff are told of somebody's trust. It is advice: nothing is done by it. */

import { displayName } from '../../domain/display-name.js';
import { START_OF_TRUST, type Trust, type TrustEventKind, type TrustReason } from '../../domain/trust.js';

export const triggers = { trust: ['信任'] } as const;
export const summaries = { trust: '看一位成员的信任分和由来，只供参考' } as const;
export const examples = { trust: '/信任 @小林' } as const;
export const labels = { member: '成员' } as const;
export const reasonWords = ['信任', '信任分'] as const;

const NAMES: Readonly<Record<TrustEventKind, string>> = {
  'check-in': '打卡',
  'answer-accepted': '回答被采纳',
  'feedback-accepted': '建议被采纳',
  paid: '付费',
  warned: '被提醒',
  hidden: '内容被隐藏',
};

export function trustKind(kind: TrustEventKind): string {
  return NAMES[kind];
}

const MOST_REASONS = 3;

export function trustOf(name: string, trust: Trust): string {
  return [...whyTrust(name, trust), '只供参考，不会因为分数做任何事。'].join('\n');
}

export function whyTrust(name: string, { score, reasons }: Trust): string[] {
  const shown = reasons.slice(0, MOST_REASONS).map(sayReason);
  const more = reasons.length > MOST_REASONS ? `，另有 ${reasons.length - MOST_REASONS} 项` : '';
  return [`${displayName(name)} 的信任分：${score}（0 到 100，从 ${START_OF_TRUST} 开始${more}）`, ...shown];
}

function sayReason({ kind, times, points }: TrustReason): string {
  return `${NAMES[kind]} ${times} 次：${points >= 0 ? '+' : ''}${points}，随时间淡去`;
}
