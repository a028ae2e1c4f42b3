/** The arrival: waited for. Who does not come is reminded once, then staff are asked what to do. */

import { OVERDUE_AFTER_MS, REMIND_AFTER_MS } from '../../../domain/move.js';
import { appointMove, closeMoveTodos, MOVE_OVERDUE, MOVE_REMINDER } from '../../../kit/move-flow.js';
import { takeBackPrivately } from '../../../kit/private-message.js';
import { deleteAppointment } from '../../../storage/appointments.js';
import { listPresentSeats } from '../../../storage/course-seats.js';
import { saveTarget } from '../../../storage/moves.js';
import { done, type Step } from '../step.js';

export const arrival: Step = async (work, move, taken) => {
  const { tx, now } = work;
  const [there] = await listPresentSeats(tx, move, 'paid');
  if (there === undefined) {
    if (taken !== undefined) return undefined;
    await appointMove(work, move, { kind: MOVE_REMINDER, at: now + REMIND_AFTER_MS });
    await appointMove(work, move, { kind: MOVE_OVERDUE, at: now + OVERDUE_AFTER_MS });
    return { state: 'under-way' };
  }
  for (const kind of [MOVE_REMINDER, MOVE_OVERDUE]) await deleteAppointment(tx, kind, move.id);
  await closeMoveTodos(work, move.id);
  if (taken?.detail.told !== undefined) await takeBackPrivately(work, taken.detail.told, 'arrived');
  await saveTarget(tx, move.id, there.roomId);
  return done();
};
