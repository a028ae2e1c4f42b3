/** The next step of a move, whatever held it up. */

import type { MoveId } from '../../../domain/ids.js';
import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { MOVE_GOES_ON } from '../../../kit/move-flow.js';
import { advance } from '../advance.js';

export const goesOn: AppointmentKeeper = {
  kind: MOVE_GOES_ON,
  keep: async (work, id) => advance(work, id as MoveId),
};
