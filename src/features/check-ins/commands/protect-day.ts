/** Staff protect a day of the room: who missed it keeps the streak. Or take that back. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { decideProtection } from '../../../domain/day-reach.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { day, optional, text } from '../../../kit/argument.js';
import { composeAnew } from '../../../kit/correct.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { recountRoom } from '../../../kit/recount-room.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { deleteProtectedDay, isProtected, saveProtectedDay } from '../../../storage/room-calendar.js';
import { listSeasoned } from '../../../storage/room-members.js';

const args = { day: day(copy.labels.day), note: optional(text(copy.labels.note, { max: 100 }), '') };

export const protectDay = defineCommand({
  name: 'check-ins.protect-day',
  triggers: copy.triggers.protectDay,
  summary: copy.summaries.protectDay,
  example: copy.examples.protectDay,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args,

  async run(work) {
    const { tx, room, today, args: given, changes, now } = work;
    const which = orRefuse(decideProtection(given.day, today));
    const isCallOff = given.note === copy.callOffWord;
    const known = await isProtected(tx, room.id, which);
    if (known !== isCallOff)
      throw new RefusedError({ code: isCallOff ? 'protection.none' : 'protection.already', day: which });
    await confirmRecount(work, which, isCallOff);
    await changes.watch('protected_day', { room_id: room.id, day: which });
    changes.note({ day: which });
    const note = given.note === '' ? null : given.note;
    if (isCallOff) await deleteProtectedDay(tx, room.id, which);
    else await saveProtectedDay(tx, room.id, { day: which, cause: 'staff', note, at: now });
    await recountRoom(work, room, which);
    await composeAnew(work, room);
    return (isCallOff ? copy.dayUnprotected : copy.dayProtected)(room.topic, which);
  },

  async undo(work, noted) {
    const room = present(work.room, { code: 'room.not_registered' });
    await recountRoom(work, room, (noted as { readonly day: LocalDay }).day);
    await composeAnew(work, room);
  },
});

/** A day that is over changes figures at once; one that is not, only spares people. */
async function confirmRecount(
  { tx, room, today, confirm }: CommandWork<typeof args, 'room'>,
  which: LocalDay,
  isCallOff: boolean,
): Promise<void> {
  if (which >= today) return;
  const people = (await listSeasoned(tx, room.id, which)).length;
  await confirm({ what: copy.impacts[isCallOff ? 'unprotectDay' : 'protectDay'](which), people, names: [] });
}
