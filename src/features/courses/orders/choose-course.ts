/** Sets the course that a room runs and the day on which it starts. Nothing else about the room changes. */

import * as copy from '../../../copy/zh-cn/courses.js';
import { addDays, type LocalDay } from '../../../domain/local-day.js';
import { runsCourse } from '../../../domain/room.js';
import type { Changes } from '../../../kit/changes.js';
import { courseDayOf } from '../../../kit/course-day.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { dueAt } from '../../../kit/room-schedules.js';
import { whichRoom } from '../../../kit/which-room.js';
import type { ChatWork } from '../../../kit/work.js';
import { saveCourse } from '../../../storage/room-marks.js';
import type { Room } from '../../../storage/rooms.js';
import { readKnownCourse } from '../known-course.js';

type UseWork = ChatWork & { readonly room: Room | undefined; readonly changes: Changes; inRoom(line: string): string };

export interface UseOrder {
  readonly name: string;
  readonly startDay: LocalDay | undefined;
}

export async function chooseCourse(work: UseWork, order: UseOrder): Promise<string> {
  const { tx, today, now } = work;
  const room = await courseRoom(work, order);
  const course = await readKnownCourse(tx, order.name);
  const dueYet = dueAt(room, 'task', today) <= now;
  const startDay = order.startDay ?? (dueYet ? addDays(today, 1) : today);
  await work.changes.watch('room', { id: room.id }, ['course_id', 'start_day']);
  await saveCourse(tx, room.id, course.id, startDay);
  const place = courseDayOf({ ...room, courseId: course.id, startDay }, today);
  const numberToday = 'skip' in place ? undefined : place.number;
  const tooLateToday = numberToday !== undefined && numberToday <= course.lessons && dueYet;
  return copy.chosen({ topic: room.topic, title: course.title, startDay, numberToday, tooLateToday }, work.inRoom);
}

async function courseRoom(work: UseWork, { name }: UseOrder): Promise<Room> {
  const { room } = work;
  if (room === undefined) throw await whichRoom(work, { allow: 'manager', example: copy.useExample(name) });
  if (!runsCourse(room.kind)) throw new RefusedError({ code: 'room.not_registered' });
  return room;
}
