/**
 * The end of a room's day: after the cutoff of the next one it is over for streaks. Days are closed in order, each once,
 * however late; who missed one and holds a freeze spends it then.
 *
 * A day on which the course rested, or the bot was not there, is protected first (`domain/protection`). What comes in for a closed day all the
 * same is counted anew (`recount`).
 */

import { addDays, type LocalDay } from '../domain/local-day.js';
import { instantOf } from '../domain/local-time.js';
import { isProtectedBy, type ProtectionCause, watchedHours } from '../domain/protection.js';
import { runsCourse } from '../domain/room.js';
import { deleteAppointment } from '../storage/appointments.js';
import {
  appendClosedDay,
  coverAll,
  coverOnLeave,
  listNeverClosed,
  lockClosedDay,
  markClosedDay,
  spendFreezes,
} from '../storage/closed-days.js';
import type { Tx } from '../storage/database.js';
import { listOutages } from '../storage/outages.js';
import { isProtected, saveFreezeRule, saveProtectedDay } from '../storage/room-calendar.js';
import { listAhead } from '../storage/room-members.js';
import { readRoom, type Room } from '../storage/rooms.js';
import { makeAppointment } from './appointment.js';
import { awardBadges } from './badges.js';
import { isPaused } from './course-day.js';
import { recount } from './recount.js';
import { todayIn, type Work } from './work.js';
import { isPostDay } from './workdays.js';

export const CLOSE_DAY = 'close-day';

type ClosingWork = Pick<Work, 'tx' | 'now'>;

/** Plans the end of the room's next day, after it was registered or its settings changed. The first one is today's. */
export async function appointClosing(work: ClosingWork, room: Room): Promise<void> {
  if (!runsCourse(room.kind)) return deleteAppointment(work.tx, CLOSE_DAY, room.id);
  const closed = (await lockClosedDay(work.tx, room.id)) ?? (await beginClosing(work, room));
  await appoint(work, room, addDays(closed, 1));
}

/** For rooms that were registered before days were closed. */
export async function appointAllClosings(work: Work): Promise<void> {
  for (const id of await listNeverClosed(work.tx, work.account.id))
    await appointClosing(work, await readRoom(work.tx, id));
}

/** Closes the next day if it is over, and plans the end of the one after it. */
export async function closeDay(work: Work, room: Room): Promise<void> {
  const { tx, now } = work;
  const closed = await lockClosedDay(tx, room.id);
  if (closed === null || !runsCourse(room.kind)) return appointClosing(work, room);
  const day = addDays(closed, 1);
  if (now < closesAt(room, day)) return appoint(work, room, day);
  const freezes = (await isSpared(work, room, day)) ? await spare(work, room, day) : await settle(work, room, day);
  await markClosedDay(tx, room.id, day);
  await appendClosedDay(tx, room.id, { day, freezes, at: now });
  await awardBadges(work, room, day);
  await appoint(work, room, addDays(day, 1));
}

/** What was before is left as it is: freezes are earned from today on. */
async function beginClosing({ tx, now }: ClosingWork, room: Room): Promise<LocalDay> {
  const today = todayIn(room, now);
  const yesterday = addDays(today, -1);
  await markClosedDay(tx, room.id, yesterday);
  await saveFreezeRule(tx, room.id, today, room.settings.freezeEvery);
  return yesterday;
}

async function isSpared({ tx, now }: Work, room: Room, day: LocalDay): Promise<boolean> {
  if (await isProtected(tx, room.id, day)) return true;
  const cause = await findCause(tx, room, day, now);
  if (cause !== undefined) await saveProtectedDay(tx, room.id, { day, cause, note: null, at: now });
  return cause !== undefined;
}

async function findCause(tx: Tx, room: Room, day: LocalDay, now: number): Promise<ProtectionCause | undefined> {
  if (isPaused(room, day) || !isPostDay(room.settings, day)) return 'rest';
  const { zone } = room.settings;
  const outages = await listOutages(tx, room.accountId, watchedHours(day, zone), now);
  return isProtectedBy(outages, day, zone) ? 'outage' : undefined;
}

/** Who has checked in for a later day already went over this one before it was known to be protected. */
async function spare({ tx, now }: Work, room: Room, day: LocalDay): Promise<number> {
  await coverAll(tx, room.id, day);
  for (const memberId of await listAhead(tx, room.id, day))
    await recount(tx, { roomId: room.id, memberId }, { day, now });
  return 0;
}

async function settle({ tx }: Work, room: Room, day: LocalDay): Promise<number> {
  await coverOnLeave(tx, room.id, day);
  return spendFreezes(tx, room.id, day);
}

async function appoint({ tx }: ClosingWork, room: Room, day: LocalDay): Promise<void> {
  await makeAppointment({ tx }, room, { kind: CLOSE_DAY, subjectId: room.id, at: closesAt(room, day) });
}

function closesAt({ settings }: Room, day: LocalDay): number {
  return instantOf(addDays(day, 1), settings.cutoff, settings.zone);
}
