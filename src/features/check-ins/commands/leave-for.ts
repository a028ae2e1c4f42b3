/** Staff give members leave, also for days that are over. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { describeMember } from '../../../copy/zh-cn/members.js';
import type { MemberId } from '../../../domain/ids.js';
import { decideLeave } from '../../../domain/leave.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { defineCommand } from '../../../kit/feature.js';
import { members } from '../../../kit/member-argument.js';
import { orRefuse, present } from '../../../kit/refused-error.js';
import { daySpan } from '../../../kit/span-argument.js';
import { listLeaveDays } from '../../../storage/leave-days.js';
import { requireSeats } from '../correct-record.js';
import { giveLeave, takeLeaveBack } from '../give-leave.js';

interface Given {
  readonly memberId: MemberId;
  /** Those that were not there before. */
  readonly days: readonly LocalDay[];
}

export const leaveFor = defineCommand({
  name: 'check-ins.leave-for',
  triggers: copy.triggers.leaveFor,
  summary: copy.summaries.leaveFor,
  example: copy.examples.leaveFor,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: {
    people: members(copy.labels.people, describeMember),
    span: daySpan(copy.labels.day, copy.untilWords),
  },

  async run(work) {
    const { tx, room, today, args, changes } = work;
    const { from, to } = args.span;
    const days = orRefuse(decideLeave(args.span, today, { byStaff: true }));
    await requireSeats(tx, room, args.people);
    const names = args.people.map(({ name }) => name);
    await work.confirm({ what: copy.impacts.leaveFor(args.span), people: args.people.length, names });
    const given: Array<{ memberId: MemberId; days: LocalDay[] }> = [];
    for (const { id: memberId } of args.people) {
      const known = new Set(await listLeaveDays(tx, { roomId: room.id, memberId }, from, to));
      given.push({ memberId, days: days.filter((day) => !known.has(day)) });
    }
    changes.note(given);
    for (const one of given) await giveLeave(work, room, { roomId: room.id, memberId: one.memberId }, one.days);
    return copy.leaveGiven(names, args.span);
  },

  async undo(work, noted) {
    const room = present(work.room, { code: 'room.not_registered' });
    for (const { memberId, days } of noted as unknown as readonly Given[])
      await takeLeaveBack(work, room, { roomId: room.id, memberId }, days);
  },
});
