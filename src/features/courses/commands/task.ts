/**
 * The task of one day: shows it, or sets its text.
 *
 * It belongs to the course, not to the room: whoever runs the same course gets the new text too, and is named.
 */

import { coursePlanWords } from '../../../copy/zh-cn/course-plan.js';
import * as copy from '../../../copy/zh-cn/courses.js';
import { templateNames } from '../../../copy/zh-cn/template-variables.js';
import type { Lesson } from '../../../domain/course/course.js';
import { type LessonText, parseLessonText } from '../../../domain/course/parse-lesson-text.js';
import type { CourseId } from '../../../domain/ids.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { localDayOf } from '../../../domain/local-time.js';
import type { OutboxState } from '../../../domain/outbox.js';
import { day, optional, text } from '../../../kit/argument.js';
import type { Changes } from '../../../kit/changes.js';
import { courseDayOf } from '../../../kit/course-day.js';
import { defineCommand } from '../../../kit/feature.js';
import { findPictureFault } from '../../../kit/lesson-picture.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { dueAt } from '../../../kit/room-schedules.js';
import { checkTemplate } from '../../../kit/template.js';
import type { Work } from '../../../kit/work.js';
import { listCourseRooms } from '../../../storage/course-rooms.js';
import { findLesson, saveLesson } from '../../../storage/courses.js';
import type { Room } from '../../../storage/rooms.js';
import { findSlot } from '../../../storage/slots.js';

export const task = defineCommand({
  name: 'courses.task',
  triggers: copy.triggers.task,
  summary: copy.summaries.task,
  example: copy.examples.task,
  allow: 'teacher',
  scope: 'room',
  effect: 'undoable',
  args: { day: day(copy.labels.day), text: optional(text(copy.labels.task, { max: copy.limits.task }), undefined) },

  async run(work) {
    const { tx, room, args } = work;
    const place = courseDayOf(room, args.day);
    if ('skip' in place) {
      if (place.skip === 'no-course')
        throw new RefusedError({
          code: 'room.has_no_course',
          topic: room.topic,
          example: work.inRoom(copy.examples.useOne),
        });
      return copy.notOnTheDay({ day: args.day, reason: place.skip, startDay: room.startDay }, work.inRoom);
    }
    const { courseId, number } = place;
    const known = await findLesson(tx, courseId, number);
    const shown = { day: args.day, number };
    if (args.text === undefined) return copy.lessonShown(present(known, { code: 'lesson.none', day: number }), shown);
    const lesson = { title: '', ...known, day: number, ...soundText(args.text) };
    return save(work, { room, courseId, lesson }, shown);
  },
});

type TaskWork = Work & { readonly changes: Changes; inRoom(line: string): string };

interface Edit {
  readonly room: Room;
  readonly courseId: CourseId;
  readonly lesson: Lesson;
}

async function save(work: TaskWork, { room, courseId, lesson }: Edit, shown: copy.LessonDay): Promise<string> {
  await work.changes.watch('lesson', { course_id: courseId, day: lesson.day });
  await saveLesson(work.tx, courseId, lesson, work.now);
  const sharing = (await listCourseRooms(work.tx)).filter((one) => one.courseId === courseId && one.id !== room.id);
  const others = sharing.map((one) => one.topic);
  const pictureFault = await findPictureFault(work, lesson);
  const post = await postOf(work, room, shown.day);
  return copy.lessonSaved(lesson, { ...shown, others, pictureFault, post }, work.inRoom);
}

const GONE_OUT: readonly OutboxState[] = ['planned', 'sending', 'sent', 'uncertain'];

async function postOf({ tx, now }: Work, room: Room, postDay: LocalDay): Promise<copy.SavedLesson['post']> {
  if (dueAt(room, 'task', postDay) > now) return 'ahead';
  if (localDayOf(now, room.settings.zone) !== postDay) return 'past';
  const slot = await findSlot(tx, room.id, 'task', postDay);
  return slot && GONE_OUT.includes(slot.state) ? 'sent' : 'missed';
}

/** Homework and picture are kept unless the text brings its own. */
function soundText(given: string): LessonText {
  const parsed = parseLessonText(given, coursePlanWords);
  if (!parsed.ok) throw new RefusedError({ code: 'course.invalid', faults: parsed.faults });
  const faults = checkTemplate(given, templateNames);
  if (faults.length > 0) throw new RefusedError({ code: 'template.invalid', faults });
  return parsed.value;
}
