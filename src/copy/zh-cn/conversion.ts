/** Conversion (转化) as staff read it: how many began, checked in, finished and paid. */

import { type ConversionCount, PAID_WITHIN_DAYS, SMALLEST_SAMPLE } from '../../domain/conversion.js';
import type { LocalDay } from '../../domain/local-day.js';
import { MOST_TRIAL_DAYS } from '../../domain/trial.js';
import { formatDay } from './calendar.js';
import type { InRoom } from './name-list.js';

export const triggers = { conversion: ['转化'] } as const;
export const summaries = { conversion: '看体验转化：开始、打卡、完成、付费，按周和来源' } as const;
export const examples = { conversion: '/转化 8周' } as const;
export const labels = { what: '公式或周数' } as const;
export const formulaWord = '公式';
export const WEEKS = /^(\d{1,2})周?$/u;

export interface ConversionReport {
  /** Undefined for all rooms. */
  readonly topic: string | undefined;
  readonly weeksBack: number;
  readonly total: ConversionCount;
  readonly weeks: ReadonlyArray<{
    readonly monday: LocalDay;
    readonly count: ConversionCount;
    readonly isMature: boolean;
  }>;
  /** The last one may stand for several. */
  readonly sources: ReadonlyArray<{ readonly name: string; readonly count: ConversionCount }>;
  /** In percent; undefined where rooms have different ones. */
  readonly goal: number | undefined;
}

export function conversionReport(report: ConversionReport, inRoom: InRoom): string {
  const { topic, weeksBack, total, weeks, sources } = report;
  const heading = `【转化】${topic === undefined ? '全部体验群' : `「${topic}」`}，最近 ${weeksBack} 周`;
  if (total.started === 0) return `${heading}\n这段时间没有人开始体验。`;
  return [
    heading,
    '开始 → 48 小时内打卡 → 完成 → 付费',
    `合计：${sayCount(total)}${sayGoal(report)}`,
    '',
    '按开始的那一周（周一）：',
    ...weeks.map(
      ({ monday, count, isMature }) => `${formatDay(monday)}：${sayCount(count)}${isMature ? '' : '，还没满期'}`,
    ),
    '',
    '按来源：',
    ...sources.map(({ name, count }) => `${name}：${sayCount(count)}`),
    '',
    `怎么算的，发送：${inRoom('/转化 公式')}`,
  ].join('\n');
}

function sayCount(count: ConversionCount): string {
  const { started, checkedIn, finished, paid } = count;
  return `${started} → ${checkedIn} → ${finished} → ${paid}（${sayRate(count)}）`;
}

function sayRate({ started, paid }: ConversionCount): string {
  return started < SMALLEST_SAMPLE ? '样本不足' : `${percent(paid, started)}%`;
}

/** To a tenth, without a zero behind the point. */
function percent(part: number, whole: number): number {
  return Math.round((part * 1_000) / whole) / 10;
}

function sayGoal({ total, goal }: ConversionReport): string {
  if (goal === undefined) return '，各群目标不同';
  if (total.started < SMALLEST_SAMPLE) return `，目标 ${goal}%`;
  const isReached = total.paid * 100 >= goal * total.started;
  return `，目标 ${goal}%，${isReached ? '达到了' : '还没到'}`;
}

export function formula(inRoom: InRoom): string {
  return [
    '【转化公式】转化 = 付费 ÷ 开始',
    '开始：第一次进体验群的人，重来、再进群不重复算，工作人员不算',
    '48 小时内打卡：进群起 48 小时内，在本课程的群里打过卡',
    `完成：体验第 7 天已到，头 7 天里打卡满 ${MOST_TRIAL_DAYS} 天`,
    `付费：进群起 ${PAID_WITHIN_DAYS} 天内付了本课程的订单，全额退款的不算`,
    `按进群那周的周一归周，来源不明的归「未知」；不到 ${SMALLEST_SAMPLE} 人不算比例，开始不满 ${PAID_WITHIN_DAYS} 天的还会变`,
    `改目标就发送：${inRoom('/设置 转化目标 15%')}`,
  ].join('\n');
}

export function otherSources(count: number): string {
  return `其余 ${count} 个来源`;
}
