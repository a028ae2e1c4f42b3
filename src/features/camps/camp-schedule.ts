/** When a camp's closing is announced. It moves with the camp's last day, and is undone with it. */

import { CLOSING_MINUTE, finalDay } from '../../domain/camp.js';
import { addDays } from '../../domain/local-day.js';
import { instantOf } from '../../domain/local-time.js';
import { makeAppointment } from '../../kit/appointment.js';
import type { Changes } from '../../kit/changes.js';
import type { Work } from '../../kit/work.js';
import type { StoredCamp } from '../../storage/camps.js';
import type { Room } from '../../storage/rooms.js';

export const CLOSING_KIND = 'camp-closing';

export function closingAt(room: Room, camp: StoredCamp): number {
  return instantOf(addDays(finalDay(camp), 1), CLOSING_MINUTE, room.settings.zone);
}

export async function watchCamp(changes: Changes, { id }: StoredCamp): Promise<void> {
  await changes.watch('camp', { id });
  await changes.watch('appointment', { kind: CLOSING_KIND, subject_id: id });
}

export async function appointClosing(work: Pick<Work, 'tx'>, room: Room, camp: StoredCamp): Promise<void> {
  await makeAppointment(work, room, { kind: CLOSING_KIND, subjectId: camp.id, at: closingAt(room, camp) });
}
