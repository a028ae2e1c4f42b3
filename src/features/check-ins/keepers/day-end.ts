/** The end of a room's day comes as an appointment, one after the other. */

import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { CLOSE_DAY, closeDay } from '../../../kit/close-day.js';

export const dayEnd: AppointmentKeeper = {
  kind: CLOSE_DAY,
  keep: (work) => closeDay(work, work.room),
};
