/** The day of a room's next task: today while its hour lies ahead, else tomorrow. */

import { addDays, type LocalDay } from '../domain/local-day.js';
import { localMomentOf } from '../domain/local-time.js';
import type { Room } from '../storage/rooms.js';

export function nextTaskDay({ settings }: Pick<Room, 'settings'>, now: number): LocalDay {
  const { day, minute } = localMomentOf(now, settings.zone);
  return minute < settings.taskTime ? day : addDays(day, 1);
}
