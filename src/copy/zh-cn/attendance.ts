/** What the bot says about make-ups, leave, freezes, protected days, corrections, and days that pay more. */

import type { Kept } from '../../domain/acknowledged.js';
import type { CorrectionNews } from '../../domain/correction.js';
import { displayName } from '../../domain/display-name.js';
import { addDays, type LocalDay } from '../../domain/local-day.js';
import type { DaySpan } from '../../domain/understanding/understanding.js';
import { formatDay, formatDayWithWeekday, nearDay } from './calendar.js';
import { listNames } from './name-list.js';

export const help = {
  makeUp: { words: '补卡', summary: '补前几天漏掉的打卡，每月有几次', example: '补卡 昨天 读了 3 页' },
  leave: { words: '请假', summary: '今天、某天或几天不打卡，连续天数保留', example: '请假 11-20 到 11-22' },
  endLeave: { words: '销假', summary: '取消今天起的请假', example: '销假' },
  withdraw: { words: '撤回打卡', summary: '撤回今天的打卡，积分一起退回', example: '撤回打卡' },
} as const;

export const triggers = {
  checkInFor: ['代打卡'],
  correct: ['更正'],
  leaveFor: ['代请假'],
  protectDay: ['保护'],
  pointsDay: ['双倍', '多倍'],
} as const;

export const summaries = {
  checkInFor: '替成员记一天打卡，可以一次 @ 几位',
  correct: '更正某人某天有没有打卡',
  leaveFor: '替成员请假，过去 7 天也可以',
  protectDay: '把一天设为保护日，没打卡也不断连续',
  pointsDay: '安排多倍积分日，打卡得几倍的分',
} as const;

export const examples = {
  checkInFor: '/代打卡 @小林 昨天',
  correct: '/更正 @小林 11-20 有',
  leaveFor: '/代请假 @小林 11-20 到 11-22',
  protectDay: '/保护 11-20 停电',
  pointsDay: '/双倍 11-20',
} as const;

export const labels = {
  people: '成员',
  member: '成员',
  day: '日期',
  presence: '有或无',
  from: '开始日',
  to: '结束日',
  note: '原因',
  factor: '倍数',
} as const;

export const presences = { 有: 'present', 无: 'absent', 没有: 'absent' } as const;
/** Between the first and the last day of a span. */
export const untilWords = ['到', '至', '-', '~'] as const;
/** In place of a reason or a factor: the day is to be one like any other again. */
export const callOffWord = '取消';

/** What is asked to be confirmed. */
export const impacts = {
  checkInFor: (day: LocalDay) => `记上 ${formatDay(day)} 的打卡`,
  leaveFor: (span: DaySpan) => `${spanWords(span)} 请假`,
  protectDay: (day: LocalDay) => `把 ${formatDay(day)} 设为保护日，重算大家的连续天数`,
  unprotectDay: (day: LocalDay) => `取消 ${formatDay(day)} 的保护日，重算大家的连续天数`,
} as const;

export interface MadeUp {
  readonly name: string;
  readonly day: LocalDay;
  readonly streak: number;
  readonly total: number;
  readonly points: number;
  /** Make-ups that are left this month. */
  readonly left: number;
}

export function madeUp({ name, day, streak, total, points, left }: MadeUp): string {
  return [
    `✅ ${displayName(name)} 补上了 ${formatDayWithWeekday(day)}`,
    `连续 ${streak} 天，累计 ${total} 天，+${points} 分`,
    left === 0 ? '这个月的补卡次数用完了' : `这个月还能补 ${left} 次`,
  ].join('\n');
}

export function onLeave(name: string, span: DaySpan): string {
  const days = span.from === span.to ? '这天' : '这几天';
  return `好的，${displayName(name)} ${spanWords(span)} 请假，${days}不算缺卡，连续天数保留。\n提前回来就发送：销假`;
}

/** `isDone`: today's check-in is there already. */
export function leaveEnded(name: string, { isDone }: { readonly isDone: boolean }): string {
  const next = isDone ? '今天的打卡已经记上了，明天见。' : '做完今天的任务后发送：打卡';
  return `${displayName(name)} 已销假，欢迎回来。\n${next}`;
}

export function withdrawn(name: string, day: LocalDay, { today, streak }: { today: LocalDay; streak: number }): string {
  const held = streak === 0 ? '' : `，之前连续 ${streak} 天的记录还在`;
  return `${displayName(name)} ${nearDay(day, today)}的打卡已撤回，积分一起退回${held}。\n重新打卡就发送：打卡`;
}

export function checkedInFor(names: readonly string[], day: LocalDay): string {
  return `已记上 ${formatDayWithWeekday(day)} 的打卡：${listNames(names, MOST_NAMED)}。\n记错了就发送：/撤销`;
}

/** Staff reads it where it was said, so whose check-in was taken out is not repeated. */
export function removed(day: LocalDay): string {
  return `已更正：${formatDayWithWeekday(day)} 改为没有打卡，连续天数和积分都重算了。\n改错了就发送：/撤销`;
}

export function leaveGiven(names: readonly string[], span: DaySpan): string {
  return `已替 ${listNames(names, MOST_NAMED)} 请假：${spanWords(span)}，不算缺卡。\n弄错了就发送：/撤销`;
}

export function dayProtected(topic: string, day: LocalDay): string {
  return `「${topic}」${formatDayWithWeekday(day)} 是保护日：没打卡也不断连续，不用保护卡。\n取消就发送：/撤销`;
}

export function dayUnprotected(topic: string, day: LocalDay): string {
  return `「${topic}」${formatDayWithWeekday(day)} 不再是保护日，连续天数已重算。`;
}

export function pointsDaySet(topic: string, day: LocalDay, factor: number): string {
  return `「${topic}」${formatDayWithWeekday(day)} 打卡得 ${factor} 倍积分，里程碑奖励照常。\n取消就发送：/撤销`;
}

export function pointsDayCalledOff(topic: string, day: LocalDay): string {
  return `「${topic}」${formatDayWithWeekday(day)} 不再是多倍积分日。`;
}

const MOST_NAMED = 8;

/** 11月20日 周五, or 11月20日 周五 到 11月22日 周日. */
function spanWords({ from, to }: DaySpan): string {
  return from === to ? formatDayWithWeekday(from) : `${formatDayWithWeekday(from)} 到 ${formatDayWithWeekday(to)}`;
}

/** Behind a name, in one line with others. */
export function keptWords({ freezes, leave, protectedDays }: Kept, streak: number): string {
  const by = [
    freezes > 0 ? `用了 ${freezes} 张保护卡` : '',
    leave > 0 ? `请假 ${leave} 天` : '',
    protectedDays > 0 ? `保护日 ${protectedDays} 天` : '',
  ].filter((part) => part !== '');
  return `${by.join('、')}，连续 ${streak} 天还在`;
}

/** What a post tells of the days before it; one line at most. */
export interface DayNews {
  readonly today: LocalDay;
  readonly protectedDays: readonly LocalDay[];
  /** By what today's points are multiplied; absent on a day like any other. */
  readonly factor?: number | undefined;
  /** Freezes that were spent yesterday, by anybody. */
  readonly freezes: number;
  readonly corrections: readonly CorrectionNews[];
}

export function newsLine({ today, protectedDays, factor, freezes, corrections }: DayNews): string {
  const parts = [
    factor === undefined ? '' : `今天打卡得 ${factor} 倍积分`,
    protectedDays.length > 0 ? `${dayList(protectedDays, today)}是保护日，没打卡的也不断连续` : '',
    freezes > 0 ? `昨天用了 ${freezes} 张保护卡，连续天数都还在` : '',
    corrections.length > 0 ? `更正：${corrections.slice(-MOST_DAYS).map(correctionWords).join('；')}` : '',
  ].filter((part) => part !== '');
  return parts.join('；');
}

const MOST_DAYS = 3;
const MOST_CORRECTED = 3;

function dayList(days: readonly LocalDay[], today: LocalDay): string {
  return days
    .slice(-MOST_DAYS)
    .map((day) => (day === addDays(today, -1) ? '昨天' : day === today ? '今天' : formatDay(day)))
    .join('、');
}

function correctionWords({ day, added, removed: count }: CorrectionNews): string {
  const parts = [
    added.length > 0 ? `补记 ${listNames(added, MOST_CORRECTED)}` : '',
    count > 0 ? `撤销 ${count} 人` : '',
  ].filter((part) => part !== '');
  return `${formatDay(day)} ${parts.join('，')}`;
}
