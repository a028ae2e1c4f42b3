/** What the bot says about flash sales. */

import { displayName } from '../../domain/display-name.js';
import { formatMoment } from './calendar.js';
import { listNames } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = { sale: ['秒杀'] } as const;
export const summaries = { sale: '开秒杀、看谁抢到了、提前结束' } as const;
export const examples = { sale: '/秒杀 开 保温杯 库存 20 20:00 价 50分' } as const;
export const labels = {
  order: '要做什么',
  name: '名称',
  stock: '库存',
  price: '价格',
  time: '开始时间',
  limit: '每人几份',
} as const;

export const help = { words: '秒杀', summary: '抢本群正在秒杀的东西，先到先得', example: '秒杀' } as const;

export const actions: Readonly<Record<string, 'open' | 'cancel'>> = {
  开: 'open',
  开始: 'open',
  新建: 'open',
  取消: 'cancel',
};

export const openingWords = {
  stock: ['库存', '数量'],
  price: ['价格', '价'],
  start: ['开始', '时间'],
  end: ['截止', '结束', '到'],
  limit: ['每人', '限'],
  pieces: ['份', '个', '件', '名'],
  points: ['分', '积分'],
} as const;

export interface ToldSale {
  readonly name: string;
  readonly stock: number;
  readonly sold: number;
  readonly price: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

function sayPrice(price: number): string {
  return price === 0 ? '不收积分' : `${price} 分一份`;
}

const RULE = '先到先得，一人一份，以我收到的先后为准';

export function planned(sale: ToldSale, zone: string): string {
  return [
    `⚡ 秒杀预告：${displayName(sale.name)}，${sale.stock} 份`,
    `${formatMoment(sale.startsAt, zone)} 开抢，${sayPrice(sale.price)}`,
    RULE,
    '到时发送：秒杀',
  ].join('\n');
}

export function started(sale: ToldSale, zone: string): string {
  return [
    `⚡ 秒杀开始：${displayName(sale.name)}，${sale.stock} 份`,
    `${sayPrice(sale.price)}，到 ${formatMoment(sale.endsAt, zone)} 为止`,
    RULE,
    '发送：秒杀',
  ].join('\n');
}

export function ended(sale: ToldSale): string {
  return sale.sold === 0
    ? `秒杀「${displayName(sale.name)}」结束，这次没有人来抢。`
    : `秒杀「${displayName(sale.name)}」结束，${sale.stock} 份抢走 ${sale.sold} 份，抢到的请找运营领。`;
}

const MOST_NAMED = 50;

export function show(
  sale: ToldSale & { readonly running: boolean },
  buyers: readonly string[],
  { zone, inRoom }: { readonly zone: string; inRoom(line: string): string },
): string {
  return [
    `「${displayName(sale.name)}」${sale.running ? '进行中' : '已结束'}：${sale.stock} 份，抢走 ${sale.sold} 份`,
    `${formatMoment(sale.startsAt, zone)} 开始，${formatMoment(sale.endsAt, zone)} 结束，${sayPrice(sale.price)}`,
    ...(buyers.length > 0 ? [`抢到的：${listNames(buyers, MOST_NAMED)}`] : []),
    ...(sale.running ? [`取消或提前结束，发送：${inRoom('/秒杀 取消')}`] : []),
  ].join('\n');
}

export function showNone(inRoom: (line: string) => string): string {
  return `本群还没有秒杀。\n例如：${inRoom(examples.sale)}`;
}

export function cancelled(name: string): string {
  return `秒杀「${displayName(name)}」取消了。`;
}

export function cancelling(name: string): string {
  return `提前结束秒杀「${displayName(name)}」`;
}

/** One who said that they want one. */
export interface Buying {
  readonly name: string;
  readonly became: 'bought' | 'bought-before' | 'sold-out' | 'too-few-points';
  /** Their place among those who got one. */
  readonly number?: number;
  readonly left?: number;
  readonly balance?: number;
}

const BOUGHT: Eight<string> = [
  '抢到了',
  '手快，抢到了',
  '这几位抢到了',
  '拿下',
  '恭喜抢到',
  '名额归这几位',
  '抢到一份',
  '赶上了',
];

export function sold(items: readonly Buying[], item: string, occasion: Occasion): string {
  const of = (became: Buying['became']): readonly Buying[] => items.filter((one) => one.became === became);
  const bought = of('bought');
  const late = of('sold-out');
  return [
    ...(bought.length > 0
      ? [`⚡ ${variantOf(BOUGHT, occasion)}：${bought.map(sayBuyer).join('、')}`, sayLeft(bought, item)]
      : []),
    ...of('bought-before').map(({ name }) => `${displayName(name)} 已经有一份了，一人一份`),
    ...of('too-few-points').map(({ name, balance }) => `${displayName(name)} 积分不够，现在有 ${balance ?? 0} 分`),
    ...(late.length > 0 ? [`抢完了，${listNames(namesOf(late), 5)} 这次没赶上，下次早点来`] : []),
  ].join('\n');
}

function sayBuyer({ name, number }: Buying): string {
  return `${displayName(name)}（${number ?? ''}）`;
}

function sayLeft(bought: readonly Buying[], item: string): string {
  const left = Math.min(...bought.map((one) => one.left ?? 0));
  return left === 0
    ? `${displayName(item)} 全部抢完，抢到的请找运营领`
    : `${displayName(item)} 还剩 ${left} 份，要的发送：秒杀`;
}

function namesOf(items: readonly Buying[]): readonly string[] {
  return [...new Set(items.map(({ name }) => name))];
}
