/** Staff check in for members, today or for a day that is over. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { describeMember } from '../../../copy/zh-cn/members.js';
import { decideCorrection } from '../../../domain/day-reach.js';
import { day, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { members } from '../../../kit/member-argument.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { type Noted, putIn, requireSeats, undoCorrection, withoutCheckIn } from '../correct-record.js';

export const checkInFor = defineCommand({
  name: 'check-ins.check-in-for',
  triggers: copy.triggers.checkInFor,
  summary: copy.summaries.checkInFor,
  example: copy.examples.checkInFor,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: {
    people: members(copy.labels.people, describeMember),
    day: optional(day(copy.labels.day), undefined),
  },

  async run(work) {
    const { tx, room, today, args, changes } = work;
    const given = orRefuse(decideCorrection(args.day ?? today, today));
    await requireSeats(tx, room, args.people);
    const missing = await withoutCheckIn(tx, room, args.people, given);
    if (missing.length === 0) throw new RefusedError({ code: 'correction.nothing', day: given, present: true });
    const names = missing.map(({ name }) => name);
    await work.confirm({ what: copy.impacts.checkInFor(given), people: missing.length, names });
    const put = missing.map(({ id }) => id);
    changes.note({ put, day: given });
    await putIn(work, room, given, put);
    return copy.checkedInFor(names, given);
  },

  async undo(work, noted) {
    await undoCorrection(work, present(work.room, { code: 'room.not_registered' }), noted as unknown as Noted);
  },
});
