/**
 * How many messages the bot may start in a room on a local day: one budget for all features.
 *
 * Posts come first. What is no post leaves alone the places of those that are still to come that day, so the result of a
 * quiz never takes the review's.
 */

import { addDays, type LocalDay } from '../domain/local-day.js';
import { instantOf, localMomentOf } from '../domain/local-time.js';
import { WAKING_HOURS } from '../domain/room.js';
import { countAppointments } from '../storage/appointments.js';
import { readStartedCount } from '../storage/room-days.js';
import type { Room } from '../storage/rooms.js';
import { isPaused } from './course-day.js';
import { dueAt } from './room-schedules.js';
import type { Work } from './work.js';

const STARTED_A_DAY = 3;
/** Behind a post that is to come there is a place only if it was not needed. */
const BEHIND_POST_MS = 2 * 60_000;

/** Staff asked to be told, so their room has no budget. */
export async function earliestWithinBudget(work: Work, room: Room, isPost: boolean): Promise<number> {
  const { now, tx } = work;
  if (room.kind === 'staff') return now;
  const { zone } = room.settings;
  const { day } = localMomentOf(now, zone);
  const started = await readStartedCount(tx, room.id, day);
  if (started >= STARTED_A_DAY) return instantOf(addDays(day, 1), WAKING_HOURS.from, zone);
  const toCome = isPost ? [] : postsToCome(work, room, day);
  return started + toCome.length < STARTED_A_DAY ? now : Math.min(...toCome) + BEHIND_POST_MS;
}

/**
 * Whether what is promised for that instant may find the room's budget spent: by what was started that day, by the posts
 * that are still to come, and by all that is promised for it, the thing itself included.
 */
export async function mayOverflow(work: Work, room: Room, at: number): Promise<boolean> {
  const { zone } = room.settings;
  const { day } = localMomentOf(at, zone);
  const started = await readStartedCount(work.tx, room.id, day);
  const ahead = { from: Math.max(work.now, instantOf(day, 0, zone)), until: instantOf(addDays(day, 1), 0, zone) };
  const promised = await countAppointments(work.tx, room.id, work.catalogue.announcedKinds, ahead);
  return started + postsToCome(work, room, day).length + promised > STARTED_A_DAY;
}

/** When the room is owed them. */
function postsToCome({ catalogue, now }: Work, room: Room, day: LocalDay): readonly number[] {
  if (isPaused(room, day)) return [];
  const owed = catalogue.posts.filter((post) => post.isOwedTo(room));
  return owed.map(({ kind }) => dueAt(room, kind, day)).filter((due) => due > now);
}
