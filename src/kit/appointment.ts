/** What a feature does at an instant that was fixed before: the end of a draw, the start of a sale. */

import { saveAppointment } from '../storage/appointments.js';
import type { Room } from '../storage/rooms.js';
import type { RoomWork, Work } from './work.js';

export interface AppointmentKeeper {
  /** Unique among all features. */
  readonly kind: string;
  /** True when it says something in the room by itself, which has to find a place in the day's budget. */
  readonly announces?: boolean;
  /**
   * For what comes back: the instant at which the appointment is due next, of this room; undefined when this was the last
   * time. Without it each is the last.
   */
  nextAt?(room: Room, now: number): number | undefined;
  /** Once for each appointment, in one transaction with its end; perhaps late. What it throws is logged and tried again. */
  keep(work: RoomWork, subjectId: number): Promise<void>;
}

export interface Appointed {
  readonly kind: string;
  readonly subjectId: number;
  readonly at: number;
}

/** One for each kind and subject: a second one takes the place of the first. */
export async function makeAppointment(
  work: Pick<Work, 'tx'>,
  room: Room,
  { kind, subjectId, at }: Appointed,
): Promise<void> {
  const { id: roomId, accountId } = room;
  await saveAppointment(work.tx, { kind, subjectId, roomId, accountId, dueAt: at, attempts: 0 });
}
