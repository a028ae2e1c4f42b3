/** Who was invited a day and a half ago and has not come is a person's affair. */

import type { MoveId } from '../../../domain/ids.js';
import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { MOVE_OVERDUE } from '../../../kit/move-flow.js';
import { saveStep } from '../../../storage/move-steps.js';
import { lockMove } from '../../../storage/moves.js';
import { readRoom } from '../../../storage/rooms.js';
import { isAwaited } from '../is-awaited.js';
import { askPerson } from '../step.js';

export const overdue: AppointmentKeeper = {
  kind: MOVE_OVERDUE,

  async keep(work, id) {
    const { tx, now } = work;
    const move = await lockMove(tx, id as MoveId);
    if (!move || !(await isAwaited(work, move))) return;
    const room = move.toRoomId === null ? undefined : await readRoom(tx, move.toRoomId);
    const change = await askPerson(work, move, { kind: 'move-absent', reason: 'not-come', room });
    await saveStep(tx, { moveId: move.id, step: 'arrival', at: now }, change);
  },
};
