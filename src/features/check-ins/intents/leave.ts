/** Leave: today, a day or a span, on the member's own word; and its end before the time. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { decideLeave } from '../../../domain/leave.js';
import { defineIntent } from '../../../kit/feature.js';
import { orRefuse, RefusedError } from '../../../kit/refused-error.js';
import { listLeaveAhead } from '../../../storage/leave-days.js';
import { readStanding } from '../../../storage/standings.js';
import { giveLeave, takeLeaveBack } from '../give-leave.js';

export const leave = defineIntent({
  name: 'check-ins.leave',
  intent: 'leave',
  scope: 'room',
  help: copy.help.leave,

  async run(work) {
    const { room, speaker, today, understood } = work;
    const span = understood.span ?? { from: understood.day, to: understood.day };
    const days = orRefuse(decideLeave(span, today, { byStaff: false }));
    await giveLeave(work, room, { roomId: room.id, memberId: speaker.id }, days);
    return copy.onLeave(speaker.name, span);
  },
});

export const endLeave = defineIntent({
  name: 'check-ins.end-leave',
  intent: 'end-leave',
  scope: 'room',
  help: copy.help.endLeave,

  async run(work) {
    const { tx, room, speaker, today } = work;
    const key = { roomId: room.id, memberId: speaker.id };
    const days = await listLeaveAhead(tx, key, today);
    if (days.length === 0) throw new RefusedError({ code: 'leave.none' });
    await takeLeaveBack(work, room, key, days);
    const { lastDay } = await readStanding(tx, key);
    return copy.leaveEnded(speaker.name, { isDone: lastDay === today });
  },
});
