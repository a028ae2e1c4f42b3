/** Says when something happened in the community's own time zone, as WeChat does. It knows no time but the given. */

import { moment as copy } from '../../copy/zh-cn/simulator-page.js';
import type { Instant } from '../../ports/clock.js';

interface LocalMoment {
  readonly date: string;
  readonly weekday: string;
  readonly time: string;
  /** Counts days, to tell yesterday from today. */
  readonly day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function localMoment(at: Instant, timeZone: string): LocalMoment {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const [year, month, date] = ['year', 'month', 'day'].map((type) => Number(parts.get(type as 'year')));
  const day = Date.UTC(year ?? 0, (month ?? 1) - 1, date) / 86_400_000;
  return {
    date: copy.date(month ?? 0, date ?? 0),
    // 1970-01-01 was a Thursday.
    weekday: copy.weekdays[(day + 4) % 7] ?? '',
    time: `${parts.get('hour')}:${parts.get('minute')}`,
    day,
  };
}

export function fullMoment(at: Instant, timeZone: string): string {
  const { date, weekday, time } = localMoment(at, timeZone);
  return copy.full(date, weekday, time);
}

/** The nearer, the shorter: time, yesterday, weekday, date. `today` is a moment's `day`. */
export function shortMoment(at: Instant, today: number, timeZone: string): string {
  const then = localMoment(at, timeZone);
  const days = today - then.day;
  if (days === 0) return then.time;
  if (days === 1) return `${copy.yesterday} ${then.time}`;
  return `${days > 1 && days < 7 ? then.weekday : then.date} ${then.time}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
