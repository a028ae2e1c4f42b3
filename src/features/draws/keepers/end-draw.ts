/** The end of a draw, at its time or as soon afterwards as the bot is there. */

import type { DrawId } from '../../../domain/ids.js';
import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { readDraw } from '../../../storage/draws.js';
import { sealDraw } from '../seal-draw.js';

export const END_OF_DRAW = 'draw-end';

export const endDraw: AppointmentKeeper = {
  kind: END_OF_DRAW,
  announces: true,

  async keep(work, subjectId) {
    const draw = await readDraw(work.tx, subjectId as DrawId);
    if (draw.state === 'open') await sealDraw(work, draw);
  },
};
