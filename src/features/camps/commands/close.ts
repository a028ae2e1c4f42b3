/** Ends a camp before its time: today is its last day, and still counts. */

import * as copy from '../../../copy/zh-cn/camps.js';
import { readCampMembers } from '../../../kit/camps.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { saveCampDays } from '../../../storage/camps.js';
import { appointClosing, watchCamp } from '../camp-schedule.js';
import { readOpenCamp } from '../open-camp.js';

export const closeCamp = defineCommand({
  name: 'camps.close',
  triggers: copy.triggers.close,
  summary: copy.summaries.close,
  example: copy.examples.close,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: {},

  async run({ tx, room, today, changes, confirm }) {
    const camp = await readOpenCamp(tx, room, today);
    // One that has not begun has nothing to close: its days can be changed, or its opening undone.
    if (today < camp.firstDay) throw new RefusedError({ code: 'camp.none', topic: room.topic });
    const members = await readCampMembers(tx, room, camp, today);
    const names = members.map(({ name }) => name);
    const { closingLoses: loses } = copy;
    await confirm({ what: copy.closing(camp.name), people: names.length, names, loses, grave: true });
    const ended = { ...camp, endedDay: today };
    await watchCamp(changes, camp);
    await saveCampDays(tx, camp.id, ended);
    await appointClosing({ tx }, room, ended);
    return copy.closed(camp.name);
  },
});
