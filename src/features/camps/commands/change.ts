/** Gives the camp of a room other days, or another number of days that it takes. */

import * as copy from '../../../copy/zh-cn/camps.js';
import { decideCamp } from '../../../domain/camp.js';
import { day, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { orRefuse } from '../../../kit/refused-error.js';
import { saveCampDays } from '../../../storage/camps.js';
import { appointClosing, watchCamp } from '../camp-schedule.js';
import { readOpenCamp } from '../open-camp.js';
import { required } from '../required-argument.js';

export const changeCamp = defineCommand({
  name: 'camps.change',
  triggers: copy.triggers.change,
  summary: copy.summaries.change,
  example: copy.examples.change,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { first: day(copy.labels.first), last: day(copy.labels.last), required: optional(required, undefined) },

  async run({ tx, room, today, args, changes }) {
    const camp = await readOpenCamp(tx, room, today);
    const days = { firstDay: args.first, lastDay: args.last, required: args.required ?? camp.required };
    const changed = { ...camp, ...orRefuse(decideCamp(days, today)) };
    await watchCamp(changes, camp);
    await saveCampDays(tx, camp.id, changed);
    await appointClosing({ tx }, room, changed);
    return copy.changed(changed);
  },
});
