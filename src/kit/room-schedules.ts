/** The schedules of a room: which posts it is owed, and when the next of each is due. */

import { addDays, type LocalDay } from '../domain/local-day.js';
import { dayExists, instantOf, localDayOf } from '../domain/local-time.js';
import { dueMinute, type PostKind } from '../domain/post.js';
import type { Room } from '../storage/rooms.js';
import { deleteSchedules, listSchedules, saveSchedule } from '../storage/schedules.js';
import { appointClosing } from './close-day.js';
import { appointDailies } from './daily.js';
import type { Work } from './work.js';

/**
 * Plans the room anew after it was registered or its settings changed. A slot that is owed already stays owed, at its
 * new time even if that has passed: the planner fills it or records why not. A filled one is not owed again.
 */
export async function rescheduleRoom(work: Pick<Work, 'tx' | 'now' | 'catalogue'>, room: Room): Promise<void> {
  const owed = new Map((await listSchedules(work.tx, room.id)).map((one) => [one.kind, one.nextDay]));
  await deleteSchedules(work.tx, room.id);
  await appointClosing(work, room);
  await appointDailies(work, room);
  if (room.kind === null) return;
  for (const { kind } of work.catalogue.posts.filter((one) => one.isOwedTo(room))) {
    const nextDay = owed.get(kind) ?? firstDay(room, kind, work.now);
    await saveSchedule(work.tx, { roomId: room.id, kind, nextDay, nextDueAt: dueAt(room, kind, nextDay) });
  }
}

/** Nothing is owed for a time that had passed when the room was registered. */
function firstDay(room: Room, kind: PostKind, now: number): LocalDay {
  const today = localDayOf(now, room.settings.zone);
  return dueAt(room, kind, today) > now ? today : dayAfter(today, room);
}

export function dueAt(room: Room, kind: PostKind, day: LocalDay): number {
  return instantOf(day, dueMinute(kind, room.settings), room.settings.zone);
}

/** The next local day that exists in the room's zone. */
export function dayAfter(day: LocalDay, room: Room): LocalDay {
  const next = addDays(day, 1);
  return dayExists(next, room.settings.zone) ? next : addDays(next, 1);
}
