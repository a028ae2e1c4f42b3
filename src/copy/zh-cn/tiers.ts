/** What tiers are called, and what the bot says about them. */

import { displayName } from '../../domain/display-name.js';
import type { Perks, TierChangeCause, TierFigure, TierFigures, TierRung } from '../../domain/tier.js';
import { formatMoment } from './calendar.js';
import { formatYuan } from './money.js';
import { type InRoom, listNames } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = { ladder: ['等级', '等级设置'], promote: ['升级', '定级'] } as const;
export const summaries = { ladder: '看等级的门槛和好处，运营可以改', promote: '手动给成员定等级' } as const;
export const examples = {
  ladder: '/等级 加 铂金 打卡120 积分1500 补卡+1 抽奖x2',
  promote: '/升级 @小林 黄金 带读一个月',
} as const;
export const labels = {
  order: '要做什么',
  tier: '等级',
  member: '成员',
  reason: '理由',
  figures: '门槛或好处',
} as const;
export const reasonWords = ['等级', '级别'] as const;

const USUAL_NAMES: Readonly<Record<string, string>> = {
  bronze: '青铜',
  silver: '白银',
  gold: '黄金',
  diamond: '钻石',
};

/** Those of the usual ladder are kept under a code. */
export function tierName(tier: string): string {
  return Object.hasOwn(USUAL_NAMES, tier) ? (USUAL_NAMES[tier] ?? tier) : displayName(tier);
}

/** As it is kept. */
export function tierCode(word: string): string {
  return Object.entries(USUAL_NAMES).find(([, name]) => name === word)?.[0] ?? word;
}

export const actions: Readonly<Record<string, 'add' | 'change' | 'delete'>> = {
  加: 'add',
  添加: 'add',
  新建: 'add',
  改: 'change',
  修改: 'change',
  删: 'delete',
  删除: 'delete',
};

/** In front of a number. */
export const figureWords: Readonly<Record<string, TierFigure>> = {
  打卡: 'days',
  累计打卡: 'days',
  积分: 'points',
  累计积分: 'points',
  消费: 'paid',
  订单: 'paid',
  核心分: 'score',
};

/** Between a figure and its number. */
export const atLeastWords: readonly string[] = ['满', '够', '至少'];

/** Behind them: how much more, how many times, or which mark. */
export const perkWords = {
  makeUps: ['补卡'],
  lotteryWeight: ['抽奖'],
  earlyNotice: ['早知道', '早知'],
  noNotice: ['不早知道', '取消早知道'],
  boardBadge: ['标记', '徽标'],
  noBadge: ['无标记', '取消标记'],
} as const;

const FIGURES: Readonly<Record<TierFigure, (amount: number) => string>> = {
  days: (days) => `打卡 ${days} 天`,
  points: (points) => `累计积分 ${points}`,
  paid: (fen) => `消费 ${formatYuan(fen)}`,
  score: (score) => `核心分 ${score}`,
};

const ORDER: readonly TierFigure[] = ['days', 'points', 'paid', 'score'];

function sayFigures(figures: Partial<TierFigures>): string {
  return ORDER.flatMap((figure) => {
    const amount = figures[figure] ?? 0;
    return amount > 0 ? [FIGURES[figure](amount)] : [];
  }).join('、');
}

function sayPerks({ makeUps, lotteryWeight, earlyNotice, boardBadge }: Perks): string {
  return [
    ...(makeUps > 0 ? [`每月多补卡 ${makeUps} 次`] : []),
    ...(lotteryWeight > 1 ? [`抽奖 ${lotteryWeight} 张签`] : []),
    ...(earlyNotice ? ['早知道'] : []),
    ...(boardBadge === '' ? [] : [`榜上标 ${boardBadge}`]),
  ].join('、');
}

export function ladder(rungs: ReadonlyArray<TierRung & { readonly people?: number }>, inRoom: InRoom): string {
  return ['等级', ...rungs.map(sayRung), `改一级，发送：${inRoom('/等级 改 黄金 打卡30 积分500')}`].join('\n');
}

function sayRung({ name, needs, perks, people }: TierRung & { readonly people?: number }): string {
  const asks = sayFigures(needs);
  const brings = sayPerks(perks);
  const count = people === undefined ? '' : `（${people} 人）`;
  return `${tierName(name)}${count}：${asks === '' ? '起步' : asks}${brings === '' ? '' : `，${brings}`}`;
}

/** A member's own, with the way to the next. */
export function ownLine(
  tier: string,
  next: { readonly tier: string; readonly missing: Partial<TierFigures> } | undefined,
) {
  if (next === undefined) return `等级 ${tierName(tier)}`;
  const missing = sayMissing(next.missing);
  return `等级 ${tierName(tier)}，${missing === '' ? `够${tierName(next.tier)}了，等运营确认` : `到${tierName(next.tier)}还差${missing}`}`;
}

const MISSING: Readonly<Record<TierFigure, (amount: number) => string>> = {
  days: (days) => `打卡 ${days} 天`,
  points: (points) => `积分 ${points}`,
  paid: (fen) => `消费 ${formatYuan(fen)}`,
  score: (score) => `核心分 ${score}`,
};

function sayMissing(missing: Partial<TierFigures>): string {
  return ORDER.flatMap((figure) => {
    const amount = missing[figure] ?? 0;
    return amount > 0 ? [MISSING[figure](amount)] : [];
  }).join('、');
}

export function rungSaved(rung: TierRung): string {
  return `好，${sayRung(rung)}。\n够门槛的人每天上午会提出来，看等级：/等级`;
}

export function rungDeleted(name: string): string {
  return `已删「${tierName(name)}」。\n看等级：/等级`;
}

const MOST_NAMED = 5;

export function promoted(names: readonly string[], tier: string): string {
  return `🎉 ${listNames(names, MOST_NAMED)} 现在是「${tierName(tier)}」。`;
}

/** Said where members read along, of somebody who stands lower now. */
export function quietlyMoved(): string {
  return '好，已经改好。';
}

export function moved(names: readonly string[], tier: string): string {
  return `好，${listNames(names, MOST_NAMED)} 现在是「${tierName(tier)}」，由人定的等级规则不会往下调。`;
}

export function moving(tier: string): string {
  return `定为「${tierName(tier)}」`;
}

export interface Risen {
  readonly name: string;
  readonly tier: string;
  readonly perks: Perks;
}

const RISEN: Eight<string> = [
  '升级了，一步一步走出来的',
  '等级往上走了一格',
  '坚持看得见，升级了',
  '今天有人升级',
  '攒够了，升一级',
  '又上了一级',
  '恭喜升级',
  '新的等级到手了',
];

export function risen(items: readonly Risen[], occasion: Occasion): string {
  const shown = items.map(({ name, tier }) => `${displayName(name)}「${tierName(tier)}」`).join('、');
  const only = items.length === 1 ? sayPerks(items[0]?.perks ?? NOTHING) : '';
  return [`🎉 ${variantOf(RISEN, occasion)}：${shown}`, ...(only === '' ? [] : [`有了：${only}`])].join('\n');
}

const NOTHING: Perks = { makeUps: 0, lotteryWeight: 1, earlyNotice: false, boardBadge: '' };

export const todoWords = { agree: '同意', ignore: '忽略' } as const;

export interface Proposed {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly rises: boolean;
  readonly figures: TierFigures;
}

export function proposed({ name, from, to, rises, figures }: Proposed): string {
  const why = sayFigures(figures);
  const move = `${displayName(name)} 从${tierName(from)}${rises ? '升到' : '降到'}${tierName(to)}`;
  return rises ? `升级：${move}（${why === '' ? '够门槛了' : why}）` : `降级：${move}（低于门槛满 30 天）`;
}

export function agreed(name: string, tier: string): string {
  return `好，${displayName(name)} 现在是「${tierName(tier)}」。`;
}

export function ignored(name: string, tier: string): string {
  return `好，先不动 ${displayName(name)}，「${tierName(tier)}」不再重复提。`;
}

export interface WhyTier {
  readonly name: string;
  readonly tier: string;
  readonly figures: TierFigures;
  readonly next: { readonly tier: string; readonly missing: Partial<TierFigures> } | undefined;
  /** Local days of grace that are left; undefined while the figures reach the tier. */
  readonly graceLeft: number | undefined;
  readonly steps: ReadonlyArray<{
    readonly from: string;
    readonly to: string;
    readonly how: TierChangeCause;
    readonly byName: string | null;
    readonly reason: string;
    readonly at: number;
  }>;
}

/** At most five lines. */
export function whyTier({ name, tier, figures, next, graceLeft, steps }: WhyTier, zone: string): string[] {
  const now = sayFigures(figures);
  return [
    `${displayName(name)} 是「${tierName(tier)}」，现在${now === '' ? '还没有记录' : now}`,
    ...(next === undefined ? [] : [ownLine(tier, next).replace(/^等级 [^，]*，/u, '')]),
    ...(graceLeft === undefined ? [] : [`低于现在等级的门槛，${graceLeft} 天后才会提降级`]),
    ...steps.map((step) => sayStep(step, zone)),
  ].slice(0, 5);
}

const CAUSES: Readonly<Record<TierChangeCause, string>> = {
  rule: '按规则',
  confirmed: '规则提出、运营同意',
  manual: '人工',
  undone: '撤销',
};

export function tierCause(how: TierChangeCause): string {
  return CAUSES[how];
}

function sayStep({ from, to, how, byName, reason, at }: WhyTier['steps'][number], zone: string): string {
  const who = byName === null ? '' : `，${displayName(byName)}`;
  const why = reason === '' ? '' : `：${displayName(reason)}`;
  return `${formatMoment(at, zone)} ${tierName(from)} → ${tierName(to)}（${CAUSES[how]}${who}）${why}`;
}
