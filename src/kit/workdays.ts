/** The national calendar: public holidays, and the weekends that are worked to make up for them. */

import chineseDays from 'chinese-days';
import { formatLocalDay, type LocalDay } from '../domain/local-day.js';
import type { RoomSettings } from '../domain/room.js';

/** Whether a room's course goes on that day. */
export function isPostDay(settings: Pick<RoomSettings, 'postDays'>, day: LocalDay): boolean {
  return settings.postDays === 'daily' || chineseDays.isWorkday(formatLocalDay(day));
}

/** The number of the course day: 1 on the start day, counting only days on which the course goes on. */
export function courseDayNumber(settings: Pick<RoomSettings, 'postDays'>, startDay: LocalDay, day: LocalDay): number {
  if (settings.postDays === 'daily') return day - startDay + 1;
  let number = 0;
  for (let one: number = startDay; one <= day; one++) if (isPostDay(settings, one as LocalDay)) number++;
  return day < startDay ? day - startDay : number;
}
