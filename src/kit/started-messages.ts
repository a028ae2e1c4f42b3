/** When the bot may speak unasked: waking hours, a few times a day and room, and not while it is stopped. */

import { addDays } from '../domain/local-day.js';
import { instantOf, localMomentOf } from '../domain/local-time.js';
import type { UnsentReason } from '../domain/post.js';
import { DEFAULT_SETTINGS, isWaking, type RoomSettings, WAKING_HOURS } from '../domain/room.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { countStarted } from '../storage/room-days.js';
import { markPosted } from '../storage/room-marks.js';
import { readRoom, type Room } from '../storage/rooms.js';
import { isPaused } from './course-day.js';
import { earliestWithinBudget } from './started-budget.js';
import type { Work } from './work.js';

/**
 * The earliest moment at which the message may leave; now or before means at once. What nobody asked for and is not
 * started either, a welcome, keeps quiet at the same hours but is no part of the budget; nor is a picture, which belongs
 * to the post that it follows, nor an errand, which nobody reads.
 */
export async function earliestUnasked(work: Work, message: OutboxMessage): Promise<number> {
  const { tx, now, account, catalogue } = work;
  if (!message.started && catalogue.findMergedReply(message.kind)?.unasked !== true) return now;
  const stopped = account.stoppedUntil ?? 0;
  if (message.roomId === null) return Math.max(stopped, earliestWaking(DEFAULT_SETTINGS, now));
  const room = await readRoom(tx, message.roomId);
  const unpaused = message.started && message.day === null ? earliestUnpaused(room, now) : now;
  const quiet = Math.max(stopped, earliestWaking(room.settings, now), unpaused);
  return message.started && takesPlace(message) ? Math.max(quiet, await earliestStarted(work, room, message)) : quiet;
}

/** In the room's budget and its gap between two posts. */
function takesPlace({ followsId, errand }: OutboxMessage): boolean {
  return followsId === null && errand === null;
}

/** The earliest moment at which something of this room, no post, that is started now may leave, but for the pace; now means at once. */
export async function earliestStart(work: Work, room: Room): Promise<number> {
  const { now, account } = work;
  const quiet = Math.max(account.stoppedUntil ?? 0, earliestWaking(room.settings, now), earliestUnpaused(room, now));
  return Math.max(quiet, await earliestWithinBudget(work, room, false));
}

/** Why the bot may not say it now, what lasts longest first. */
export async function whyHeld(work: Work, message: OutboxMessage): Promise<UnsentReason> {
  const { now, account } = work;
  const { roomId, sendingAt, followsId, day } = message;
  if ((account.stoppedUntil ?? 0) > now) return 'stopped';
  if (roomId === null) return 'pace';
  const room = await readRoom(work.tx, roomId);
  if (earliestWaking(room.settings, now) > now) return 'quiet-hours';
  if (sendingAt !== null || followsId !== null) return 'pace';
  return (await earliestWithinBudget(work, room, day !== null)) > now ? 'over-budget' : 'pace';
}

/** A message counts once, however many attempts it takes. */
export async function noteStarted(work: Work, message: OutboxMessage): Promise<void> {
  if (message.roomId === null || !takesPlace(message)) return;
  const room = await readRoom(work.tx, message.roomId);
  await markPosted(work.tx, room.id, work.now);
  if (message.sendingAt !== null) return;
  await countStarted(work.tx, room.id, localMomentOf(work.now, room.settings.zone).day);
}

async function earliestStarted(work: Work, room: Room, message: OutboxMessage): Promise<number> {
  const { sendingAt, day } = message;
  // What failed for sure does not hold back its own next attempt.
  if (sendingAt !== null && sendingAt === room.lastPostAt) return work.now;
  const gap = (room.lastPostAt ?? 0) + room.settings.postGap * 1_000;
  return sendingAt === null ? Math.max(gap, await earliestWithinBudget(work, room, day !== null)) : gap;
}

/** Of what is no post. Looked at again every morning, since a pause may be ended. */
function earliestUnpaused(room: Room, now: number): number {
  const { zone } = room.settings;
  const { day } = localMomentOf(now, zone);
  return isPaused(room, day) ? instantOf(addDays(day, 1), WAKING_HOURS.from, zone) : now;
}

/** Now, or the next morning where it is night in the room. */
export function earliestWaking({ zone }: RoomSettings, now: number): number {
  const { day, minute } = localMomentOf(now, zone);
  if (isWaking(minute)) return now;
  return instantOf(minute < WAKING_HOURS.from ? day : addDays(day, 1), WAKING_HOURS.from, zone);
}
