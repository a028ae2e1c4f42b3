/** Staff correct whether somebody checked in on a day. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { describeMember } from '../../../copy/zh-cn/members.js';
import { decideCorrection } from '../../../domain/day-reach.js';
import { choice, day } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { findCheckIn } from '../../../storage/check-ins.js';
import { type Noted, noteOf, putIn, requireSeats, takeOut, undoCorrection } from '../correct-record.js';

export const correct = defineCommand({
  name: 'check-ins.correct',
  triggers: copy.triggers.correct,
  summary: copy.summaries.correct,
  example: copy.examples.correct,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: {
    member: member(copy.labels.member, describeMember),
    day: day(copy.labels.day),
    presence: choice(copy.labels.presence, copy.presences),
  },

  async run(work) {
    const { tx, room, today, args, changes } = work;
    const given = orRefuse(decideCorrection(args.day, today));
    await requireSeats(tx, room, [args.member]);
    const found = await findCheckIn(tx, { roomId: room.id, memberId: args.member.id }, given);
    const isPresent = args.presence === 'present';
    if ((found !== undefined) === isPresent)
      throw new RefusedError({ code: 'correction.nothing', day: given, present: isPresent });
    const { id, name } = args.member;
    changes.note(found ? { taken: id, day: given, was: noteOf(found) } : { put: [id], day: given });
    await (found ? takeOut : putIn)(work, room, given, [id]);
    return found ? copy.removed(given) : copy.checkedInFor([name], given);
  },

  async undo(work, noted) {
    await undoCorrection(work, present(work.room, { code: 'room.not_registered' }), noted as unknown as Noted);
  },
});
