/** What the bot says about classes and lead grades. */

import { displayName } from '../../domain/display-name.js';
import { LEAD_GRADES } from '../../domain/lead-grade.js';
import { MEMBER_CLASSES } from '../../domain/member-class.js';
import { formatMoment } from './calendar.js';
import { classedName } from './conditions.js';
import { formatYuan } from './money.js';
import { type InRoom, listNames } from './name-list.js';

export const triggers = { classes: ['分类'] } as const;
export const summaries = { classes: '看重点、潜力成员各有多少，手动改' } as const;
export const examples = { classes: '/分类 @小林 重点' } as const;
export const labels = { member: '成员', class: '分类' } as const;
export const reasonWords = ['分类', '线索'] as const;
export const autoWords: readonly string[] = ['自动', '恢复自动'];

type Axis = 'class' | 'grade';
type Meant = { readonly axis: Axis; readonly value: string };

/** A class by its name, a grade by its letter. */
export const classWords: Readonly<Record<string, Meant>> = Object.fromEntries([
  ...MEMBER_CLASSES.map((value): [string, Meant] => [classedName(value), { axis: 'class', value }]),
  ...LEAD_GRADES.flatMap((value): [string, Meant][] => [
    [value, { axis: 'grade', value }],
    [value.toLowerCase(), { axis: 'grade', value }],
  ]),
]);

interface Count {
  readonly axis: Axis;
  readonly value: string;
  readonly people: number;
}

export function counts(all: readonly Count[], inRoom: InRoom): string {
  const of = (axis: Axis, value: string): string => {
    const found = all.find((one) => one.axis === axis && one.value === value);
    return `${classedName(value)} ${found?.people ?? 0}`;
  };
  return [
    `分类：${MEMBER_CLASSES.map((value) => of('class', value)).join('、')}`,
    `线索：${LEAD_GRADES.map((value) => of('grade', value)).join('、')}`,
    `每天上午按打卡、会员卡和订单重算。看是谁，发送：${inRoom('/圈人 类:重点')}`,
  ].join('\n');
}

export interface ToldClass {
  readonly axis: Axis;
  readonly value: string;
  readonly byName: string | null;
}

export function classOf(name: string, rows: readonly ToldClass[], inRoom: InRoom): string {
  if (rows.length === 0)
    return `${displayName(name)} 还没有分类，明天上午会算。\n现在就定，发送：${inRoom(`/分类 @${displayName(name)} 重点`)}`;
  const parts = rows.map(({ axis, value, byName }) => {
    return `${axis === 'class' ? '分类' : '线索'} ${classedName(value)}${byName === null ? '' : `（${displayName(byName)}定的）`}`;
  });
  return `${displayName(name)}：${parts.join('，')}\n看为什么，发送：${inRoom(`/为什么 分类 @${displayName(name)}`)}`;
}

const MOST_NAMED = 5;

export function classing(value: string): string {
  return `分类定为「${classedName(value)}」`;
}

export function backToFacts(): string {
  return '分类恢复自动';
}

export function classed(names: readonly string[], value: string): string {
  return `好，${listNames(names, MOST_NAMED)} 定为「${classedName(value)}」，不再自动变。\n恢复自动，发送：/分类 @${displayName(names[0] ?? '')} 自动`;
}

export function automatic(names: readonly string[]): string {
  return `好，${listNames(names, MOST_NAMED)} 的分类恢复自动，明天上午重算。`;
}

type Facts = Readonly<Record<string, unknown>>;

const FACTS: Readonly<Record<string, (value: unknown) => string>> = {
  week: (days) => `最近 7 天打卡 ${Number(days)} 天`,
  fortnight: (days) => `最近 14 天打卡 ${Number(days)} 天`,
  month: (days) => `最近 30 天打卡 ${Number(days)} 天`,
  covered: (covered) => (covered === true ? '有有效的会员卡' : '没有有效的会员卡'),
  paid: (fen) => `实付 ${formatYuan(Number(fen))}`,
  orders: (orders) => `付过 ${Number(orders)} 单`,
};

export interface WhyClass extends ToldClass {
  /** Those that decided. */
  readonly facts: Facts;
  readonly at: number;
}

/** A line for each axis. */
export function whyClass(name: string, rows: readonly WhyClass[], zone: string): string[] {
  if (rows.length === 0) return [`${displayName(name)} 还没有分类，每天上午算一次。`];
  return rows.map(({ axis, value, byName, facts, at }) => {
    const what = `${axis === 'class' ? '分类' : '线索'}「${classedName(value)}」`;
    if (byName !== null)
      return `${displayName(name)} ${what}：${displayName(byName)}在 ${formatMoment(at, zone)} 定的，不自动变`;
    const why = Object.entries(facts).flatMap(([fact, given]) => FACTS[fact]?.(given) ?? []);
    return `${displayName(name)} ${what}：${why.join('、')}（${formatMoment(at, zone)} 起）`;
  });
}
