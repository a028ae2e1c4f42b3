/** Cancels the draw that runs, and takes an opening or a cancelling back. */

import { saidInRoom } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/draws.js';
import type { DrawId } from '../../../domain/ids.js';
import { orderedFor, sayInRoom } from '../../../kit/announce.js';
import { makeAppointment } from '../../../kit/appointment.js';
import type { Json } from '../../../kit/changes.js';
import type { UndoWork } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { deleteAppointment } from '../../../storage/appointments.js';
import { deleteDraw, markDrawCancelled, markDrawReopened } from '../../../storage/called-off-draws.js';
import { listEntrants } from '../../../storage/draw-entries.js';
import { type Draw, findRunningDraw, readDraw } from '../../../storage/draws.js';
import { markOpeningWithdrawn } from '../../../storage/openings.js';
import { readRoom } from '../../../storage/rooms.js';
import type { DrawWork } from '../commands/draw.js';
import { END_OF_DRAW } from '../keepers/end-draw.js';
import { OPENING_OF_DRAW } from './open-draw.js';

export async function cancelDraw(work: DrawWork): Promise<string | undefined> {
  const { tx, room, changes, confirm } = work;
  const draw = present(await findRunningDraw(tx, room.id), { code: 'draw.none' });
  const names = (await listEntrants(tx, draw.id)).map(({ name }) => name);
  await confirm({ what: copy.cancelling(draw.name), people: names.length, names });
  await cancel(work, draw);
  changes.note({ cancelled: draw.id });
  return (await sayInRoom(work, room, copy.cancelled(draw.name))) ? undefined : saidInRoom(room.topic);
}

/** A draw that was drawn is not taken back: the winners know. */
export async function undoDraw(work: UndoWork, noted: Json): Promise<void> {
  const { opened, cancelled } = noted as { readonly opened?: DrawId; readonly cancelled?: DrawId };
  const id = opened ?? cancelled;
  if (id === undefined) throw new RefusedError({ code: 'draw.over', name: (noted as { readonly name: string }).name });
  const draw = await readDraw(work.tx, id);
  const room = await readRoom(work.tx, draw.roomId);
  if (draw.state === 'sealed' || draw.state === 'drawn') throw new RefusedError({ code: 'draw.over', name: draw.name });
  if (opened === undefined) {
    await reopen(work, draw);
    await orderedFor(work, room, copy.reopened(draw.name, draw.endsAt, room.settings.zone));
  } else if (draw.state === 'open') {
    await cancel(work, draw);
    if (draw.entries === 0) await deleteDraw(work.tx, draw.id);
    await orderedFor(work, room, copy.cancelled(draw.name));
  }
}

async function cancel({ tx }: Pick<UndoWork, 'tx'>, draw: Draw): Promise<void> {
  await markDrawCancelled(tx, draw.id);
  await markOpeningWithdrawn(tx, draw.roomId, OPENING_OF_DRAW);
  await deleteAppointment(tx, END_OF_DRAW, draw.id);
}

async function reopen(work: UndoWork, draw: Draw): Promise<void> {
  const running = await findRunningDraw(work.tx, draw.roomId);
  if (running) throw new RefusedError({ code: 'draw.running', name: running.name });
  await markDrawReopened(work.tx, draw.id);
  if (draw.listHash !== null) return;
  const room = await readRoom(work.tx, draw.roomId);
  await makeAppointment(work, room, { kind: END_OF_DRAW, subjectId: draw.id, at: draw.endsAt });
}
