/** What the bot says about draws. */

import { displayName } from '../../domain/display-name.js';
import type { DrawCondition, DrawWeights, DropReason, Measure, Shortfall, WinnerState } from '../../domain/draw.js';
import { formatMoment } from './calendar.js';
import { tierName } from './tiers.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = { draw: ['抽奖'], proof: ['抽奖公示'] } as const;
export const summaries = { draw: '开抽奖、看进度、补抽、取消', proof: '看怎么验算上一次抽奖' } as const;
export const examples = {
  draw: '/抽奖 开 开学礼 保温杯 3份 截止 20:00',
  open: '/抽奖 开 开学礼 保温杯 3份 截止 20:00 条件 本周打卡≥3',
  redraw: '/抽奖 补抽 2 没有来领',
  publicValue: '/抽奖 公开数 293',
  proof: '抽奖公示',
} as const;
export const labels = {
  order: '要做什么',
  name: '名称',
  prize: '奖品',
  places: '份数',
  end: '截止时间',
  rank: '第几位',
  value: '公开数',
  page: '页',
  reason: '原因',
  condition: '条件',
} as const;

export const help = { words: '抽奖', summary: '参加本群正在进行的抽奖', example: '抽奖' } as const;

export const actions: Readonly<Record<string, 'open' | 'cancel' | 'redraw' | 'proof' | 'value'>> = {
  开: 'open',
  开始: 'open',
  新建: 'open',
  取消: 'cancel',
  补抽: 'redraw',
  公示: 'proof',
  公开数: 'value',
};

/** How an opening is written. */
export const openingWords = {
  end: ['截止', '开奖', '结束', '到'],
  condition: ['条件'],
  tag: ['标签', '签'],
  prize: ['奖励', '奖品'],
  publicSource: ['公开数'],
  places: ['份', '个', '名', '人'],
  points: ['分', '积分'],
  atLeast: ['≥', '>=', '满', '够', '至少'],
} as const;

/** The words before the number of a condition, and what they measure. */
export const measureWords: Readonly<Record<string, Measure>> = {
  本周打卡: 'weekCheckIns',
  打卡: 'checkIns',
  累计打卡: 'checkIns',
  连续打卡: 'streak',
  连续: 'streak',
  进群: 'daysHere',
  入群: 'daysHere',
};

const MEASURES: Readonly<Record<Measure, string>> = {
  weekCheckIns: '本周打卡',
  checkIns: '累计打卡',
  streak: '连续打卡',
  daysHere: '进群',
};

function sayCondition(condition: DrawCondition): string {
  if ('tag' in condition) return `有标签「${displayName(condition.tag)}」`;
  return `${MEASURES[condition.measure]}满 ${condition.atLeast} 天`;
}

function sayWeights(weights: DrawWeights): string {
  const tiers = Object.entries(weights).map(([tier, tickets]) => `${tierName(tier)} ${tickets} 张`);
  return `签数：${tiers.join('、')}，其他人 1 张`;
}

export interface ToldDraw {
  readonly id: number;
  readonly name: string;
  readonly prize: string;
  readonly points: number;
  readonly places: number;
  readonly conditions: readonly DrawCondition[];
  /** Null where every entry has one ticket. */
  readonly weights: DrawWeights | null;
  readonly publicSource: string | null;
  readonly commitment: string;
  readonly endsAt: number;
}

export function pointsPrize(points: number): string {
  return `${points} 分`;
}

export function opened(draw: ToldDraw, zone: string): string {
  return [
    `🎟 「${displayName(draw.name)}」开始报名`,
    `奖品：${draw.prize}，${draw.places} 份`,
    `${formatMoment(draw.endsAt, zone)} 截止${draw.publicSource === null ? '并开奖' : `，等${draw.publicSource}公布后开奖`}`,
    ...(draw.conditions.length > 0 ? [`条件：${draw.conditions.map(sayCondition).join('、')}`] : []),
    ...(draw.weights === null ? [] : [sayWeights(draw.weights)]),
    `种子指纹：${draw.commitment}`,
    '开奖时公布种子和名单，谁都能验算；中途退群不算。',
    '报名，发送：抽奖',
  ].join('\n');
}

export function showOpen(
  draw: ToldDraw & { readonly entries: number },
  zone: string,
  inRoom: (line: string) => string,
): string {
  return [
    `「${displayName(draw.name)}」报名中：${draw.entries} 人`,
    `奖品：${draw.prize}，${draw.places} 份，${formatMoment(draw.endsAt, zone)} 截止`,
    ...(draw.conditions.length > 0 ? [`条件：${draw.conditions.map(sayCondition).join('、')}`] : []),
    `取消，发送：${inRoom('/抽奖 取消')}`,
  ].join('\n');
}

export function showSealed(draw: ToldDraw, inRoom: (line: string) => string): string {
  return `「${displayName(draw.name)}」名单已封存，等${draw.publicSource ?? ''}公布。\n公布后发送：${inRoom(examples.publicValue)}`;
}

export function showNone(inRoom: (line: string) => string): string {
  return `本群还没有抽奖。\n例如：${inRoom(examples.draw)}`;
}

/** One who said that they want to be in it. */
export interface Entering {
  readonly name: string;
  /** Their place in the list; absent for those who are not in it. */
  readonly number?: number;
  readonly code?: string;
  /** How many tickets; one when absent. */
  readonly weight?: number;
  /** They were in it before. */
  readonly again?: boolean;
  readonly missing?: readonly Shortfall[];
}

const ENTERED: Eight<string> = [
  '报名成功',
  '抽奖名单里有你了',
  '已进入抽奖名单',
  '号码拿好',
  '报上名了',
  '这几位进了名单',
  '收到报名',
  '名单又长了一截',
];

export function entered(items: readonly Entering[], occasion: Occasion): string {
  const fresh = items.filter((one) => one.number !== undefined && !one.again);
  const again = items.filter((one) => one.again);
  const short = items.filter((one) => one.missing !== undefined);
  return [
    ...(fresh.length > 0 ? [`🎟 ${variantOf(ENTERED, occasion)}：${fresh.map(sayEntry).join('、')}`] : []),
    ...(again.length > 0 ? [`已经在名单里：${again.map(sayEntry).join('、')}`] : []),
    ...short.map((one) => `${displayName(one.name)} 还差一点：${(one.missing ?? []).map(sayShortfall).join('、')}`),
  ].join('\n');
}

function sayEntry({ name, number, code, weight = 1 }: Entering): string {
  return `${displayName(name)} ${number ?? ''}号（${code ?? ''}）${weight > 1 ? ` ${weight}张签` : ''}`;
}

function sayShortfall(one: Shortfall): string {
  if ('tag' in one) return sayCondition(one);
  return `${sayCondition(one)}，现在 ${one.has} 天`;
}

export interface Sealed {
  readonly name: string;
  readonly entries: number;
  readonly dropped: number;
  /** Whether some were left out for want of a tag. */
  readonly untagged: boolean;
  readonly listHash: string;
  readonly publicSource: string | null;
}

export function sealed({ name, entries, dropped, untagged, listHash, publicSource }: Sealed): string {
  const who = untagged ? '退群、工作人员或没有标签的' : '退群或工作人员';
  return [
    `🎟 「${displayName(name)}」报名截止，名单 ${entries} 人${dropped > 0 ? `（${who} ${dropped} 人不计）` : ''}`,
    `名单指纹：${listHash}`,
    publicSource === null ? '马上开奖' : `等${publicSource}公布后开奖`,
  ].join('\n');
}

export function nobodyEntered(name: string): string {
  return `「${displayName(name)}」到时间了，这次没有人在名单里，奖品留着下次。`;
}

export interface Winner {
  readonly rank: number;
  readonly number: number;
  readonly name: string;
}

const MOST_NAMED = 30;

export function drawn(
  draw: {
    readonly name: string;
    readonly prize: string;
    readonly points: number;
    readonly seed: string;
    readonly publicValue: string | null;
  },
  winners: readonly Winner[],
): string {
  return [
    `🎉 「${displayName(draw.name)}」开奖：${draw.prize}`,
    ...winners.slice(0, MOST_NAMED).map(sayWinner),
    ...(winners.length > MOST_NAMED ? [`……共 ${winners.length} 位`] : []),
    draw.points > 0 ? '积分已经到账' : '请找运营领奖',
    `种子：${draw.seed}`,
    ...(draw.publicValue === null ? [] : [`公开数：${draw.publicValue}`]),
    '想自己验算，发送：抽奖公示',
  ].join('\n');
}

function sayWinner({ rank, number, name }: Winner): string {
  return `${rank}. ${displayName(name)}（${number} 号）`;
}

export function showDrawn(
  name: string,
  prize: string,
  winners: readonly Winner[],
  inRoom: (line: string) => string,
): string {
  return [
    `上一次「${displayName(name)}」：${prize}`,
    ...winners.slice(0, MOST_NAMED).map(sayWinner),
    ...(winners.length === 0 ? ['没有人中奖'] : [`换人，发送：${inRoom('/抽奖 补抽 1')}`]),
  ].join('\n');
}

export function redrawn(name: string, replaced: Winner, winner: Winner, reason: string): string {
  return [
    `🎉 「${displayName(name)}」补抽：${displayName(replaced.name)} 的名额给下一位`,
    ...(reason === '' ? [] : [`原因：${reason}`]),
    sayWinner(winner),
    '顺序在开奖时就定好了，想验算，发送：抽奖公示',
  ].join('\n');
}

export function cancelled(name: string): string {
  return `「${displayName(name)}」取消了，已经报名的不用再做什么。`;
}

export function cancelling(name: string): string {
  return `取消抽奖「${displayName(name)}」`;
}

export function reopened(name: string, endsAt: number, zone: string): string {
  return `「${displayName(name)}」恢复了，报名照旧，${formatMoment(endsAt, zone)} 截止。`;
}

export function proofPage(page: string, number: number, pages: number): string {
  if (pages === 1) return page;
  const next =
    number < pages
      ? `\n（第 ${number}/${pages} 页，下一页发送：/抽奖公示 ${number + 1}）`
      : `\n（第 ${number}/${pages} 页）`;
  return `${page}${next}`;
}

export function noProof(): string {
  return '还没有开过奖，开奖后这里能看到名单、种子和验算的方法。';
}

const DROPPED: Readonly<Record<DropReason, string>> = { left: '已退群', staff: '工作人员', tag: '没有要求的标签了' };

/** As staff name it when they ask why. */
export const reasonWords = ['抽奖', '开奖'];

export interface WhyDraw {
  readonly name: string;
  readonly endsAt: number;
  readonly zone: string;
  readonly listed: number;
  readonly left: number;
  readonly staff: number;
  /** Who no longer had the tag that it took. */
  readonly untagged: number;
  readonly places: number;
}

export function whyDraw({ name, endsAt, zone, listed, left, staff, untagged, places }: WhyDraw): string {
  const others = untagged > 0 ? `、没有标签了 ${untagged} 人` : '';
  const dropped = left + staff + untagged > 0 ? `（退群 ${left} 人、工作人员 ${staff} 人${others}不计）` : '';
  return `「${displayName(name)}」${formatMoment(endsAt, zone)} 截止，名单 ${listed} 人${dropped}，按种子和名单指纹排出先后，取前 ${places} 位`;
}

export interface WhyEntrant {
  readonly name: string;
  readonly number: number;
  readonly dropped: DropReason | null;
  /** In the order of the draw, from 1; 0 before the draw. */
  readonly place: number;
  readonly drawn: { readonly state: WinnerState; readonly reason: string } | undefined;
}

export function whyEntrant({ name, number, dropped, place, drawn: found }: WhyEntrant, places: number): string {
  const who = `${displayName(name)}（${number} 号）`;
  if (dropped !== null) return `${who}：封存名单时${DROPPED[dropped]}，不在名单里`;
  if (place === 0) return `${who}：在名单里，还没有开奖`;
  if (found === undefined) return `${who}：排在第 ${place} 位，只取前 ${places} 位`;
  if (found.state === 'won') return `${who}：排在第 ${place} 位，中奖`;
  return `${who}：排在第 ${place} 位，${sayLost(found)}`;
}

export function whyNotRank({
  rank,
  number,
  state,
  reason,
}: {
  readonly rank: number;
  readonly number: number;
  readonly state: WinnerState;
  readonly reason: string;
}): string {
  return `第 ${rank} 位（${number} 号）：${sayLost({ state, reason })}`;
}

function sayLost({ state, reason }: { readonly state: WinnerState; readonly reason: string }): string {
  if (state === 'replaced') return reason === '' ? '中奖后由运营换人' : `中奖后由运营换人，原因：${reason}`;
  return `抽到时${reason === 'left' ? DROPPED.left : DROPPED.staff}，顺延`;
}

export function whyNotEntered(name: string): string {
  return `${displayName(name)}：没有报名这次抽奖`;
}
