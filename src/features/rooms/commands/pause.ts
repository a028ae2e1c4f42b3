/** Pause: nothing is posted for some days, beginning today; check-ins go on. */

import * as copy from '../../../copy/zh-cn/rooms.js';
import { addDays } from '../../../domain/local-day.js';
import { optional } from '../../../kit/argument.js';
import { duration } from '../../../kit/duration-argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { savePause } from '../../../storage/room-marks.js';

const LONGEST_DAYS = 90;

export const pause = defineCommand({
  name: 'rooms.pause',
  triggers: copy.triggers.pause,
  summary: copy.summaries.pause,
  example: copy.examples.pause,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { days: optional(duration(copy.labels.days, copy.durationUnits, LONGEST_DAYS), 1) },

  async run({ tx, room, today, args, inRoom, changes }) {
    const lastDay = addDays(today, args.days - 1);
    await changes.watch('room', { id: room.id }, ['paused_until']);
    await savePause(tx, room.id, lastDay);
    return copy.paused(room.topic, lastDay, inRoom);
  },
});
