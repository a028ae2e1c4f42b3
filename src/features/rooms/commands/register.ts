/** Register: the room it is said in becomes a trial, paid, core or staff room, with its course and first day. */

import * as copy from '../../../copy/zh-cn/rooms.js';
import { addDays, type LocalDay } from '../../../domain/local-day.js';
import { runsCourse } from '../../../domain/room.js';
import { choice, day, optional, word } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { dueAt, rescheduleRoom } from '../../../kit/room-schedules.js';
import type { Work } from '../../../kit/work.js';
import { type CourseEntry, listCourses } from '../../../storage/courses.js';
import type { Tx } from '../../../storage/database.js';
import { listLostRooms } from '../../../storage/lost-rooms.js';
import { markRegistered, readRoom, type Room } from '../../../storage/rooms.js';

/** When the member list was read goes on changing by itself. */
const REGISTERED = ['kind', 'course_id', 'start_day', 'paused_until', 'registered_at'] as const;

export const register = defineCommand({
  name: 'rooms.register',
  triggers: copy.triggers.register,
  summary: copy.summaries.register,
  example: copy.examples.register,
  allow: 'manager',
  scope: 'chat',
  effect: 'undoable',
  args: {
    kind: choice(copy.labels.kind, copy.kinds),
    course: optional(word(copy.labels.course), undefined),
    start: optional(day(copy.labels.start), undefined),
  },

  async run(work) {
    const { tx, now, room, args, today } = work;
    await refuseIfLost(work, room);
    const course = args.course === undefined ? undefined : await readCourseNamed(tx, args.course);
    const startDay = course && (args.start ?? firstMorning(room, today, now));
    const courseId = course?.id ?? null;
    await work.changes.watch('room', { id: room.id }, REGISTERED);
    await markRegistered(tx, room.id, { kind: args.kind, courseId, startDay: startDay ?? null, at: now });
    await rescheduleRoom(work, await readRoom(tx, room.id));
    work.chat.requestRoster();
    return copy.registered(room.topic, args.kind, runsCourse(args.kind) ? course?.title : undefined, startDay);
  },

  async undo(work) {
    if (work.room) await rescheduleRoom(work, work.room);
  },
});

/** After a login that changed all ids a known room looks new; registered anew, it would leave its history behind. */
async function refuseIfLost({ tx, account }: Work, { kind, topic }: Room): Promise<void> {
  if (account.session === 0 || kind !== null) return;
  const lost = await listLostRooms(tx, account.id);
  if (lost.some((room) => room.topic === topic)) throw new RefusedError({ code: 'room.seems_lost', topic });
}

/** Today, if its task is still to come, else tomorrow. */
function firstMorning(room: Room, today: LocalDay, now: number): LocalDay {
  return dueAt(room, 'task', today) > now ? today : addDays(today, 1);
}

async function readCourseNamed(tx: Tx, name: string): Promise<CourseEntry> {
  const courses = await listCourses(tx);
  const course = courses.find((one) => one.name === name);
  if (course) return course;
  throw new RefusedError({ code: 'course.unknown', name, known: courses.map((one) => one.name) });
}
