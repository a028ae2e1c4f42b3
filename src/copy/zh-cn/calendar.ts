/** Days and times as people read them. */

import { dateParts, type LocalDay, weekdayOf } from '../../domain/local-day.js';
import { formatLocalMinute, localMomentOf } from '../../domain/local-time.js';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** 11月20日 */
export function formatDay(day: LocalDay): string {
  const { month, dayOfMonth } = dateParts(day);
  return `${month}月${dayOfMonth}日`;
}

export function formatWeekday(day: LocalDay): string {
  return WEEKDAYS[weekdayOf(day) - 1] ?? '';
}

/** 11月20日 周五 */
export function formatDayWithWeekday(day: LocalDay): string {
  return `${formatDay(day)} ${formatWeekday(day)}`;
}

/** 11月20日 周五 08:00 */
export function formatMoment(instant: number, zone: string): string {
  const { day, minute } = localMomentOf(instant, zone);
  return `${formatDayWithWeekday(day)} ${formatLocalMinute(minute)}`;
}

/** 今天, 明天, 昨天, else 11月20日 周五. */
export function nearDay(day: LocalDay, today: LocalDay): string {
  const names: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天' };
  return names[day - today] ?? formatDayWithWeekday(day);
}
