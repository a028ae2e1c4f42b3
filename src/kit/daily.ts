/**
 * What a feature does once a local day for each room: looks who is due, counts, proposes. By day, when staff are there to read
 * what comes of it.
 *
 * Every one is an appointment of its own, so a fault in one holds up no other. A day that was missed is not made up for:
 * what is run late, or after days away, sees the present and nothing else.
 */

import { addDays } from '../domain/local-day.js';
import { instantOf, type LocalMinute, localMomentOf } from '../domain/local-time.js';
import type { RoomKind } from '../domain/room.js';
import { appendMissingAppointments, deleteAppointment, saveMissingAppointment } from '../storage/appointments.js';
import type { Room } from '../storage/rooms.js';
import type { AppointmentKeeper } from './appointment.js';
import type { RoomWork, Work } from './work.js';

/** 09:30 */
const USUAL: LocalMinute = 9 * 60 + 30;

export interface Daily {
  /** Unique among all features. */
  readonly name: string;
  readonly rooms: readonly RoomKind[];
  /** Minutes since local midnight; 09:30 when absent. */
  readonly at?: LocalMinute;
  /** In one transaction with its appointment. Run a second time on a day, it must find nothing left to do. */
  run(work: RoomWork): Promise<void>;
}

export function defineDaily(daily: Daily): Daily {
  return daily;
}

export function dailyKeeper(daily: Daily): AppointmentKeeper {
  return {
    kind: kindOf(daily),

    nextAt(room, now) {
      return isFor(daily, room) ? nextAt(room, minuteOf(daily), now) : undefined;
    },

    async keep(work) {
      const { room, now } = work;
      const isEarly = localMomentOf(now, room.settings.zone).minute < minuteOf(daily);
      if (isFor(daily, room) && !isEarly) await daily.run(work);
    },
  };
}

/** After a room was registered, or its settings changed. What is appointed already stays, unless it is not for such a room. */
export async function appointDailies(
  { tx, now, catalogue }: Pick<Work, 'tx' | 'now' | 'catalogue'>,
  room: Room,
): Promise<void> {
  const { id: roomId, accountId } = room;
  for (const daily of catalogue.dailies) {
    const appointed = { kind: kindOf(daily), subjectId: roomId, roomId, accountId, attempts: 0 };
    if (isFor(daily, room))
      await saveMissingAppointment(tx, { ...appointed, dueAt: nextAt(room, minuteOf(daily), now) });
    else await deleteAppointment(tx, appointed.kind, roomId);
  }
}

/** For rooms that were registered before the daily was there: at once, whatever the hour, and so at its next one. */
export async function appointAllDailies({ tx, now, account, catalogue }: Work): Promise<void> {
  for (const daily of catalogue.dailies)
    await appendMissingAppointments(tx, { accountId: account.id, kind: kindOf(daily), rooms: daily.rooms, dueAt: now });
}

function nextAt({ settings: { zone } }: Room, at: LocalMinute, now: number): number {
  const { day, minute } = localMomentOf(now, zone);
  return instantOf(minute < at ? day : addDays(day, 1), at, zone);
}

function isFor({ rooms }: Daily, { kind }: Room): boolean {
  return kind !== null && rooms.includes(kind);
}

function kindOf({ name }: Daily): string {
  return `daily:${name}`;
}

function minuteOf({ at = USUAL }: Daily): LocalMinute {
  return at;
}
