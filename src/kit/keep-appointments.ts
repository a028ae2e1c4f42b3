/**
 * Keeps the appointments that are due: each is taken away, or moved on, in the transaction that does what it is for.
 *
 * However late, it is kept: what is no longer worth doing then, its keeper knows. One that fails is tried again later,
 * ever more seldom; the others go on.
 */

import type { Logger } from 'pino';
import {
  type Appointment,
  deleteAppointment,
  listDueAppointments,
  moveAppointment,
  saveAppointment,
} from '../storage/appointments.js';
import { inStep } from '../storage/database.js';
import { isUnavailable } from '../storage/retry.js';
import { readRoom } from '../storage/rooms.js';
import { todayIn, type Work } from './work.js';

const BATCH = 50;
const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MINUTES = 60;

/** Returns how many there were. */
export async function keepAppointments(work: Work, log: Logger): Promise<number> {
  const due = await listDueAppointments(work.tx, work.account.id, work.now, BATCH);
  for (const appointment of due) await keepOne(work, appointment, log);
  return due.length;
}

async function keepOne(work: Work, appointment: Appointment, log: Logger): Promise<void> {
  const { kind, subjectId, roomId } = appointment;
  const keep = async (): Promise<void> => {
    const room = await readRoom(work.tx, roomId);
    const keeper = work.catalogue.findKeeper(kind);
    const next = keeper?.nextAt?.(room, work.now);
    // First, so that the keeper may make another one for the same subject.
    if (next === undefined) await deleteAppointment(work.tx, kind, subjectId);
    else await moveAppointment(work.tx, kind, subjectId, next);
    await keeper?.keep({ ...work, room, today: todayIn(room, work.now) }, subjectId);
  };
  await inStep(work.tx, keep, async (error) => {
    if (isUnavailable(error)) throw error;
    log.error({ err: error, kind, subjectId, roomId }, 'an appointment could not be kept');
    await putOff(work, appointment);
  });
}

async function putOff({ tx, now }: Work, appointment: Appointment): Promise<void> {
  const attempts = appointment.attempts + 1;
  const pause = Math.min(LONGEST_PAUSE_MINUTES, 2 ** attempts) * MINUTE_MS;
  await saveAppointment(tx, { ...appointment, attempts, dueAt: now + pause });
}
