/** What badges are called, and what the bot says about them. */

import { isRuleBadge, type RuleBadge } from '../../domain/badge.js';
import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay } from './calendar.js';
import { listNames } from './name-list.js';

export const triggers = { badge: ['徽章', '我的徽章', '勋章'] } as const;
export const summaries = { badge: '看自己的徽章；运营可以给或收' } as const;
export const examples = { badge: '/徽章 给 @小林 最佳笔记' } as const;
export const labels = {
  member: '成员',
  badge: '徽章名',
  reason: '原因',
  revokeExample: '/徽章 收 @小林 最佳笔记 给错了',
} as const;

export const reasonWords = ['徽章', '勋章'] as const;

export const actions: Readonly<Record<string, 'give' | 'revoke'>> = {
  给: 'give',
  颁: 'give',
  颁发: 'give',
  收: 'revoke',
  收回: 'revoke',
};

const NAMES: Readonly<Record<RuleBadge, { readonly name: string; readonly how: string }>> = {
  first: { name: '第一步', how: '第一次打卡' },
  week: { name: '七日', how: '连续打卡 7 天' },
  'three-weeks': { name: '三周', how: '连续打卡 21 天' },
  hundred: { name: '百日', how: '连续打卡 100 天' },
  'thirty-times': { name: '三十次', how: '累计打卡 30 天' },
  'early-bird': { name: '早起鸟', how: '早上 7 点前打卡 5 次' },
  'perfect-month': { name: '满月', how: '一个自然月天天打卡' },
  comeback: { name: '回来就好', how: '隔了两周以上又来打卡' },
};

function badgeName(badge: string): string {
  return isRuleBadge(badge) ? NAMES[badge].name : displayName(badge);
}

/** Names that rules give; nobody gives or takes them by hand. */
export function isRuleName(name: string): boolean {
  return Object.values(NAMES).some((one) => one.name === name);
}

interface Held {
  readonly badge: string;
  readonly revokedAt: number | null;
}

const MOST_IN_LINE = 4;

/** For one line of somebody's own figures; empty where there are none. */
export function sayBadges(badges: readonly Held[]): string {
  const names = badges.filter(({ revokedAt }) => revokedAt === null).map(({ badge }) => badgeName(badge));
  if (names.length === 0) return '';
  const shown = names.slice(-MOST_IN_LINE).join('、');
  return names.length > MOST_IN_LINE ? `${shown} 等 ${names.length} 枚` : shown;
}

const MOST_EARNED = 6;

/** One line, or none. */
export function earnedLine(earned: ReadonlyArray<{ readonly name: string; readonly badge: string }>): string {
  if (earned.length === 0) return '';
  const shown = earned.slice(0, MOST_EARNED).map(({ name, badge }) => `${displayName(name)}「${badgeName(badge)}」`);
  return `🏅 昨天的徽章：${shown.join('、')}${earned.length > MOST_EARNED ? ` 等 ${earned.length} 枚` : ''}`;
}

const MOST_LISTED = 6;

export function badgeList(
  name: string,
  topic: string,
  badges: ReadonlyArray<Held & { readonly day: LocalDay }>,
): string {
  const held = badges.filter(({ revokedAt }) => revokedAt === null);
  const next = Object.entries(NAMES).find(([badge]) => held.every((one) => one.badge !== badge))?.[1];
  const more = next === undefined ? [] : [`还可以拿：${next.name}（${next.how}）`];
  if (held.length === 0)
    return [`${displayName(name)} 在「${topic}」还没有徽章，打卡后第二天颁发。`, ...more].join('\n');
  return [
    `🏅 ${displayName(name)} ·「${topic}」有 ${held.length} 枚徽章`,
    ...held.slice(-MOST_LISTED).map(({ badge, day }) => `${badgeName(badge)}　${formatDay(day)}`),
    ...more,
  ].join('\n');
}

const MOST_NAMED = 5;

/** What would be done, for the confirmation. */
export function giving(badge: string): string {
  return `颁发徽章「${badge}」`;
}

export function given(badge: string, names: readonly string[]): string {
  return `🏅 ${listNames(names, MOST_NAMED)} 得到徽章「${badge}」。\n看自己的，发送：徽章`;
}

export function revoked(badge: string, names: readonly string[]): string {
  return `已收回 ${listNames(names, MOST_NAMED)} 的徽章「${badge}」。`;
}

export function noRooms(): string {
  return '你还没有加入学习群，进群打卡就会有徽章。';
}

export interface BadgesTold {
  readonly topic: string;
  readonly held: ReadonlyArray<Held & { readonly day: LocalDay; readonly by: number | null }>;
  /** The last one that was taken back. */
  readonly taken: (Held & { readonly day: LocalDay; readonly revokedReason: string | null }) | undefined;
  /** The first that no rule has given yet. */
  readonly next: RuleBadge | undefined;
  readonly best: number;
  readonly total: number;
}

const MOST_TOLD = 2;

/** At most five lines. `name` is undefined where they ask themselves. */
export function whyBadges({ topic, held, taken, next, best, total }: BadgesTold, name: string | undefined): string[] {
  const who = name === undefined ? '你' : displayName(name);
  const told = held
    .slice(-MOST_TOLD)
    .map((one) => `「${badgeName(one.badge)}」${formatDay(one.day)}得到：${howEarned(one)}`);
  const lost = taken === undefined ? [] : [`「${badgeName(taken.badge)}」收回了：${whyTaken(taken)}`];
  const ahead =
    next === undefined
      ? []
      : [`还没有「${NAMES[next].name}」：要${NAMES[next].how}；现在最长连续 ${best} 天，累计 ${total} 天`];
  return [`${who}在「${topic}」有 ${held.length} 枚徽章，每天过完后按打卡记录颁发。`, ...told, ...lost, ...ahead];
}

function howEarned({ badge }: Pick<Held, 'badge'>): string {
  return isRuleBadge(badge) ? NAMES[badge].how : '运营颁发';
}

function whyTaken({ badge, revokedReason }: { readonly badge: string; readonly revokedReason: string | null }): string {
  if (isRuleBadge(badge)) return '打卡记录更正后不再满足';
  return revokedReason === null ? '运营收回' : `运营收回，${displayName(revokedReason)}`;
}
