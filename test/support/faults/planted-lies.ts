/** One lie of each kind about several accounts, so that a verdict that sees nothing is known to be blind. */

import type { JudgedAccounts } from './judged-accounts.js';

/** What the verdict has to say of each. */
export const SEEN_OF_WORKERS = ['arrived 2 times', '乙 said what is 甲', 'and not', 'was at work after'] as const;

const FAR_OFF_MS = 10 * 86_400_000;

export function plantWorkersLies({ towns: [left, right], now }: JudgedAccounts): void {
  const [task] = left.wechat.arrivals.filter(({ text }) => text.startsWith('【今日任务】'));
  const [room] = left.rooms;
  if (!task || !room) return;
  left.wechat.arrivals.push(task);
  right.wechat.arrivals.push(task);
  left.checksIn(left.people(room)[0] ?? '', room, now + FAR_OFF_MS);
  left.bots.noteFence(1);
}
