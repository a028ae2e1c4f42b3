/** Resume: ends a pause; the next post is the next one that is due. */

import * as copy from '../../../copy/zh-cn/rooms.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { savePause } from '../../../storage/room-marks.js';

export const resume = defineCommand({
  name: 'rooms.resume',
  triggers: copy.triggers.resume,
  summary: copy.summaries.resume,
  example: copy.examples.resume,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: {},

  async run({ tx, room, today, changes }) {
    if (room.pausedUntil === null || room.pausedUntil < today) throw new RefusedError({ code: 'pause.not_paused' });
    await changes.watch('room', { id: room.id }, ['paused_until']);
    await savePause(tx, room.id, null);
    return copy.resumed(room.topic);
  },
});
