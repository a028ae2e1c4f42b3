/** Writes days of leave, and everything that follows from them, also for days that are over. */

import type { MembershipKey } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { composeAnew } from '../../kit/correct.js';
import { recount } from '../../kit/recount.js';
import type { Work } from '../../kit/work.js';
import { deleteLeaveDays, saveLeaveDays } from '../../storage/leave-days.js';
import type { Room } from '../../storage/rooms.js';

export async function giveLeave(work: Work, room: Room, key: MembershipKey, days: readonly LocalDay[]): Promise<void> {
  await saveLeaveDays(work.tx, key, days, work.now);
  await followLeave(work, room, key, days);
}

export async function takeLeaveBack(
  work: Work,
  room: Room,
  key: MembershipKey,
  days: readonly LocalDay[],
): Promise<void> {
  await deleteLeaveDays(work.tx, key, days);
  await followLeave(work, room, key, days);
}

/** To be called when days of leave have changed. */
async function followLeave(work: Work, room: Room, key: MembershipKey, [first]: readonly LocalDay[]): Promise<void> {
  if (first !== undefined) await recount(work.tx, key, { day: first, now: work.now });
  await composeAnew(work, room);
}
