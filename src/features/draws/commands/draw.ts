/** Draws: opens one, shows how it stands, cancels it, draws somebody else, notes the public number. */

import * as copy from '../../../copy/zh-cn/draws.js';
import { runsCourse } from '../../../domain/room.js';
import type { Argument } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { type DrawOrder, drawOrder } from '../draw-order.js';
import { cancelDraw, undoDraw } from '../orders/cancel-draw.js';
import { notePublicValue } from '../orders/note-public-value.js';
import { openDraw } from '../orders/open-draw.js';
import { redraw } from '../orders/redraw.js';
import { showDraw } from '../orders/show-draw.js';
import { showProof } from '../orders/show-proof.js';

export type DrawWork = CommandWork<{ readonly order: Argument<DrawOrder> }, 'room'>;

export const draw = defineCommand({
  name: 'draws.draw',
  triggers: copy.triggers.draw,
  summary: copy.summaries.draw,
  example: copy.examples.draw,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { order: drawOrder },

  async run(work) {
    if (!runsCourse(work.room.kind)) throw new RefusedError({ code: 'draw.none' });
    return obey(work, work.args.order);
  },
  undo: undoDraw,
});

async function obey(work: DrawWork, order: DrawOrder): Promise<string | undefined> {
  switch (order.action) {
    case 'show':
      return showDraw(work);
    case 'open':
      return openDraw(work, order.opening);
    case 'cancel':
      return cancelDraw(work);
    case 'redraw':
      return redraw(work, order.rank, order.reason);
    case 'proof':
      return showProof(work, order.page);
    case 'value':
      return notePublicValue(work, order.value);
  }
}
