/** The welcome of a room: collected for all who come within minutes. Who comes by a move is greeted with what they bring along. */

import type { MemberId } from '../domain/ids.js';
import { addDays } from '../domain/local-day.js';
import { instantOf, localMomentOf } from '../domain/local-time.js';
import { isWaking, WAKING_HOURS } from '../domain/room.js';
import { currentStreak } from '../domain/streak.js';
import { findBoardWish } from '../storage/boards.js';
import { listCourseSeats } from '../storage/course-seats.js';
import { findRunningMove } from '../storage/moves.js';
import type { Room } from '../storage/rooms.js';
import { readStanding } from '../storage/standings.js';
import { findTrial } from '../storage/trials.js';
import { queueItem } from './collect-item.js';
import { todayIn, type Work } from './work.js';

/** Of the merged reply. */
export const WELCOME = 'welcome';
/** It keeps through the night. */
const LIFETIME_MS = 12 * 60 * 60_000;

export interface Newcomer {
  readonly name: string;
  /** Absent for whoever does not come from a trial room, or has nothing to tell of. */
  readonly brings?: { readonly days: number; readonly streak: number };
  /** Tried the course before: that trial goes on, or is over. */
  readonly returns?: 'to-go-on' | 'after-all';
}

export async function queueWelcome(
  work: Work,
  room: Room,
  { memberId, name }: { readonly memberId: MemberId; readonly name: string },
): Promise<void> {
  const brings = await readBrings(work, room, memberId);
  const returns = await findReturn(work, room, memberId);
  const value: Newcomer = { name, ...(brings && { brings }), ...(returns && { returns }) };
  const notBefore = nextWakingTime(room, work.now + work.pacing.welcome);
  await queueItem(work, room, { kind: WELCOME, value, notBefore, lifetime: LIFETIME_MS });
}

/** Asked before the trial of whoever comes for the first time begins. */
async function findReturn(
  { tx, account }: Work,
  { kind, courseId }: Room,
  memberId: MemberId,
): Promise<Newcomer['returns']> {
  if (kind !== 'trial' || courseId === null) return undefined;
  const trial = await findTrial(tx, { accountId: account.id, memberId, courseId });
  if (trial === undefined) return undefined;
  return trial.state === 'over' ? 'after-all' : 'to-go-on';
}

/** Nothing of somebody who has left the board: they do not want their figures shown. */
async function readBrings(work: Work, room: Room, memberId: MemberId): Promise<Newcomer['brings']> {
  const { tx, now, account } = work;
  const { kind, courseId } = room;
  if (kind !== 'paid' || courseId === null) return undefined;
  const key = { accountId: account.id, memberId, courseId };
  if ((await findRunningMove(tx, key))?.way !== 'in') return undefined;
  const [trial] = await listCourseSeats(tx, key, 'trial');
  if (trial === undefined || !(await findBoardWish(tx, trial))) return undefined;
  const standing = await readStanding(tx, trial);
  const streak = currentStreak(standing, todayIn(room, now));
  return standing.total > 0 ? { days: standing.total, streak } : undefined;
}

/** The instant, or the next morning where it lies in the night. */
export function nextWakingTime({ settings: { zone } }: Room, instant: number): number {
  const { day, minute } = localMomentOf(instant, zone);
  if (isWaking(minute)) return instant;
  return instantOf(minute < WAKING_HOURS.from ? day : addDays(day, 1), WAKING_HOURS.from, zone);
}
