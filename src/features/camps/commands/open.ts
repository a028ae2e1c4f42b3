/** Opens a camp in a room: from when to when, and how many days of check-in it takes. */

import * as copy from '../../../copy/zh-cn/camps.js';
import { decideCamp, finalDay } from '../../../domain/camp.js';
import type { CampId } from '../../../domain/ids.js';
import { runsCourse } from '../../../domain/room.js';
import { day, word } from '../../../kit/argument.js';
import type { Json } from '../../../kit/changes.js';
import { defineCommand, type UndoWork } from '../../../kit/feature.js';
import { orRefuse, RefusedError } from '../../../kit/refused-error.js';
import { deleteAppointment } from '../../../storage/appointments.js';
import { appendCamp, deleteCamp, findLatestCamp } from '../../../storage/camps.js';
import type { Tx } from '../../../storage/database.js';
import type { Room } from '../../../storage/rooms.js';
import { appointClosing, CLOSING_KIND } from '../camp-schedule.js';
import { required } from '../required-argument.js';

export const openCamp = defineCommand({
  name: 'camps.open',
  triggers: copy.triggers.open,
  summary: copy.summaries.open,
  example: copy.examples.open,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: {
    name: word(copy.labels.name),
    first: day(copy.labels.first),
    last: day(copy.labels.last),
    required,
  },

  async run({ tx, now, room, speaker, today, args, changes }) {
    if (!runsCourse(room.kind)) throw new RefusedError({ code: 'room.not_registered' });
    const days = { firstDay: args.first, lastDay: args.last, required: args.required };
    const camp = { ...orRefuse(decideCamp(days, today)), name: args.name };
    await refuseOverlap(tx, room, args.first);
    const id = await appendCamp(tx, room.id, { ...camp, by: speaker.id, at: now });
    await appointClosing({ tx }, room, { ...camp, id, roomId: room.id });
    changes.note({ camp: id });
    return copy.opened(room.topic, camp);
  },

  async undo({ tx }: UndoWork, noted: Json) {
    const id = campIn(noted);
    if (id === undefined) return;
    await deleteAppointment(tx, CLOSING_KIND, id);
    await deleteCamp(tx, id);
  },
});

async function refuseOverlap(tx: Tx, room: Room, firstDay: number): Promise<void> {
  const latest = await findLatestCamp(tx, room.id);
  if (!latest || firstDay > finalDay(latest)) return;
  throw new RefusedError({ code: 'camp.overlaps', name: latest.name, lastDay: finalDay(latest) });
}

function campIn(noted: Json): CampId | undefined {
  return typeof noted === 'object' && noted !== null && 'camp' in noted ? (noted['camp'] as CampId) : undefined;
}
