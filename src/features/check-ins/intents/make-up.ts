/** Make-up: a check-in for a day that is over. It counts like one that was made on the day. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { satisfies } from '../../../domain/check-in.js';
import { decideMakeUp } from '../../../domain/make-up.js';
import { noteCorrections } from '../../../kit/correct.js';
import { defineIntent } from '../../../kit/feature.js';
import { readMakeUpLimits, readMakeUpState } from '../../../kit/make-ups.js';
import { orRefuse, RefusedError } from '../../../kit/refused-error.js';
import { recordCheckIn } from '../../../kit/standing.js';
import { gatherEvidence } from '../gather-evidence.js';

export const makeUp = defineIntent({
  name: 'check-ins.make-up',
  intent: 'make-up',
  scope: 'room',
  help: copy.help.makeUp,

  async run(work) {
    const { tx, now, room, speaker, sentAt, today, understood } = work;
    const key = { roomId: room.id, memberId: speaker.id };
    const { requiredContent } = room.settings;
    const limits = await readMakeUpLimits(tx, room, speaker.id);
    const state = await readMakeUpState(tx, room, speaker.id, today);
    const day = orRefuse(decideMakeUp(understood.day, state, limits));
    const evidence = await gatherEvidence(work, room, understood.content);
    if (requiredContent !== 'nothing' && !satisfies(requiredContent, evidence))
      throw new RefusedError({ code: 'make_up.needs_content', required: requiredContent });
    const made = { day, at: sentAt, evidence, content: understood.content, source: 'make-up' } as const;
    const { standing, points } = await recordCheckIn(tx, key, made, now);
    await noteCorrections(work, room, [{ memberId: speaker.id, day, change: 'added' }]);
    const { streak, total } = standing;
    return copy.madeUp({ name: speaker.name, day, streak, total, points, left: limits.makeUpQuota - state.used - 1 });
  },
});
