/** When the bot may speak unasked: waking hours, a few times a day and room, and not while it is stopped. */

import { addDays } from '../domain/local-day.js';
import { instantOf, localMomentOf } from '../domain/local-time.js';
import { isWaking, type RoomSettings, WAKING_HOURS } from '../domain/room.js';
import { countStarted, readStartedCount } from '../storage/boards.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { markPosted } from '../storage/room-marks.js';
import { readRoom, type Room } from '../storage/rooms.js';
import type { Work } from './work.js';

const STARTED_A_DAY = 3;

/** The earliest moment at which the message may leave; now or before means at once. */
export async function earliestStarted(work: Work, message: OutboxMessage): Promise<number> {
  const stopped = work.account.stoppedUntil ?? 0;
  if (message.roomId === null) return stopped;
  const room = await readRoom(work.tx, message.roomId);
  const gap = (room.lastPostAt ?? 0) + room.settings.postGap * 1_000;
  return Math.max(stopped, gap, earliestWaking(room.settings, work.now), await earliestWithinBudget(work, room));
}

export async function noteStarted(work: Work, message: OutboxMessage): Promise<void> {
  if (message.roomId === null) return;
  const room = await readRoom(work.tx, message.roomId);
  await markPosted(work.tx, room.id, work.now);
  await countStarted(work.tx, room.id, localMomentOf(work.now, room.settings.zone).day);
}

function earliestWaking({ zone }: RoomSettings, now: number): number {
  const { day, minute } = localMomentOf(now, zone);
  if (isWaking(minute)) return now;
  return instantOf(minute < WAKING_HOURS.from ? day : addDays(day, 1), WAKING_HOURS.from, zone);
}

/** Staff asked to be told, so their room has no budget. */
async function earliestWithinBudget(work: Work, room: Room): Promise<number> {
  const { day } = localMomentOf(work.now, room.settings.zone);
  if (room.kind === 'staff' || (await readStartedCount(work.tx, room.id, day)) < STARTED_A_DAY) return work.now;
  return instantOf(addDays(day, 1), WAKING_HOURS.from, room.settings.zone);
}
