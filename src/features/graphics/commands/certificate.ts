/** The certificate: what one member has done in this room since its course began. */

import * as copy from '../../../copy/zh-cn/graphics.js';
import { describeMember } from '../../../copy/zh-cn/members.js';
import { tallyOf } from '../../../domain/streak.js';
import { defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { todayIn } from '../../../kit/work.js';
import { readCourse } from '../../../storage/courses.js';
import { readDays } from '../member-record.js';

export const certificate = defineCommand({
  name: 'graphics.certificate',
  triggers: copy.triggers.certificate,
  summary: copy.summaries.certificate,
  example: copy.examples.certificate,
  allow: 'manager',
  scope: 'room',
  effect: 'none',
  args: { member: member(copy.labels.member, describeMember) },

  async run({ tx, now, room, args, chat }) {
    const { id: memberId, name } = args.member;
    const { topic, courseId, startDay } = room;
    const { days, rules } = await readDays(tx, { roomId: room.id, memberId });
    const counted = days.filter((day) => startDay === null || day >= startDay);
    const [from, to] = [counted[0], counted.at(-1)];
    if (from === undefined || to === undefined) throw new RefusedError({ code: 'certificate.no_check_ins', name });
    const { total, best } = tallyOf(counted, rules);
    const course = courseId === null ? undefined : (await readCourse(tx, courseId)).title;
    const completion = { name, topic, course, days: total, best, from, to, day: todayIn(room, now) };
    await chat.say(copy.certificateOf(completion));
    return undefined;
  },
});
