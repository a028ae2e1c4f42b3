/** The morning after a camp's last day: who has finished it. Told once, with the figures of that moment. */

import * as copy from '../../../copy/zh-cn/camps.js';
import { CLOSING_MINUTE, isOver } from '../../../domain/camp.js';
import type { CampId } from '../../../domain/ids.js';
import { addDays } from '../../../domain/local-day.js';
import { instantOf } from '../../../domain/local-time.js';
import { LATE_AFTER_MS } from '../../../domain/post.js';
import { runsCourse } from '../../../domain/room.js';
import { announce } from '../../../kit/announce.js';
import { type AppointmentKeeper, makeAppointment } from '../../../kit/appointment.js';
import { readCampMembers } from '../../../kit/camps.js';
import { isPaused } from '../../../kit/course-day.js';
import type { RoomWork } from '../../../kit/work.js';
import { findCamp, type StoredCamp } from '../../../storage/camps.js';
import { CLOSING_KIND, closingAt } from '../camp-schedule.js';

export const announceClosing: AppointmentKeeper = {
  kind: CLOSING_KIND,
  announces: true,

  async keep(work, subjectId) {
    const camp = await findCamp(work.tx, subjectId as CampId);
    if (!camp || !runsCourse(work.room.kind) || !isOver(camp, work.today)) return;
    if (isPaused(work.room, work.today)) return putOff(work, camp);
    await announce(work, work.room, { body: await closingOf(work, camp) });
  },
};

async function closingOf({ tx, now, room, today }: RoomWork, camp: StoredCamp): Promise<string> {
  const members = (await readCampMembers(tx, room, camp, today)).filter(({ state }) => state !== 'left');
  const finishers = members.filter(({ state }) => state === 'done');
  return copy.campClosing({
    roomId: room.id,
    day: today,
    camp,
    late: now - closingAt(room, camp) > LATE_AFTER_MS,
    names: finishers.filter(({ onBoard }) => onBoard).map(({ name }) => name),
    finished: finishers.length,
    people: members.length,
  });
}

/** Until the morning after a pause. */
async function putOff(work: RoomWork, camp: StoredCamp): Promise<void> {
  const { room, today } = work;
  const at = instantOf(addDays(room.pausedUntil ?? today, 1), CLOSING_MINUTE, room.settings.zone);
  await makeAppointment(work, room, { kind: CLOSING_KIND, subjectId: camp.id, at });
}
