/** The schedules of a room: which posts it is owed, and when the next of each is due. */

import { addDays, type LocalDay } from '../domain/local-day.js';
import { dayExists, instantOf, localDayOf } from '../domain/local-time.js';
import { dueMinute, type PostKind } from '../domain/post.js';
import type { Room } from '../storage/rooms.js';
import { deleteSchedules, saveSchedule } from '../storage/schedules.js';
import type { Work } from './work.js';

/** Plans the room anew after it was registered or its settings changed: from the next due time that lies ahead. */
export async function rescheduleRoom(work: Pick<Work, 'tx' | 'now' | 'catalogue'>, room: Room): Promise<void> {
  await deleteSchedules(work.tx, room.id);
  if (room.kind === null) return;
  for (const post of work.catalogue.posts.filter((one) => one.isOwedTo(room))) {
    const today = localDayOf(work.now, room.settings.zone);
    const nextDay = dueAt(room, post.kind, today) > work.now ? today : dayAfter(today, room);
    await saveSchedule(work.tx, {
      roomId: room.id,
      kind: post.kind,
      nextDay,
      nextDueAt: dueAt(room, post.kind, nextDay),
    });
  }
}

export function dueAt(room: Room, kind: PostKind, day: LocalDay): number {
  return instantOf(day, dueMinute(kind, room.settings), room.settings.zone);
}

/** The next local day that exists in the room's zone. */
export function dayAfter(day: LocalDay, room: Room): LocalDay {
  const next = addDays(day, 1);
  return dayExists(next, room.settings.zone) ? next : addDays(next, 1);
}
