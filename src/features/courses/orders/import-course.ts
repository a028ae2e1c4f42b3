/** Saves a whole course from Markdown, once nothing is wrong with it. Rooms that run it get the new lessons. */

import { builtinCourseNames } from '../../../copy/zh-cn/builtin-courses.js';
import { coursePlanWords } from '../../../copy/zh-cn/course-plan.js';
import * as copy from '../../../copy/zh-cn/courses.js';
import { templateNames } from '../../../copy/zh-cn/template-variables.js';
import { type Course, lengthOf } from '../../../domain/course/course.js';
import { parseCoursePlan } from '../../../domain/course/parse-course-plan.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { checkTemplate } from '../../../kit/template.js';
import type { Work } from '../../../kit/work.js';
import { listCourseRooms } from '../../../storage/course-rooms.js';
import { findCourseByName, saveCoursePlan } from '../../../storage/courses.js';

export interface ImportOrder {
  readonly name: string;
  readonly markdown: string;
}

export async function importCourse({ tx, now }: Work, { name, markdown }: ImportOrder): Promise<string> {
  refuseName(name);
  const course = soundCourse(markdown);
  const known = await findCourseByName(tx, name);
  const id = await saveCoursePlan(tx, name, course, now);
  const rooms = (await listCourseRooms(tx)).filter((room) => room.courseId === id);
  return copy.imported({
    name,
    title: course.title,
    lessons: course.lessons.length,
    lastDay: course.lessons.at(-1)?.day ?? 0,
    replaced: known?.lessons,
    pictures: course.lessons.filter((lesson) => lesson.picture !== undefined).length,
    rooms: rooms.map((room) => room.topic),
  });
}

/** A course that bears the name of an action could never be shown. */
function refuseName(name: string): void {
  if (builtinCourseNames.includes(name)) throw new RefusedError({ code: 'course.builtin', name });
  if (Object.hasOwn(copy.actions, name)) throw new RefusedError({ code: 'course.name_taken', name });
  const max = copy.limits.name;
  if (lengthOf(name) > max) throw new RefusedError({ code: 'argument.too_long', name: copy.labels.course, max });
}

/** Faults of both kinds are told at once, in reading order: lines and columns are those of the text as sent. */
function soundCourse(markdown: string): Course {
  const plan = parseCoursePlan(markdown, coursePlanWords);
  const planFaults = plan.ok ? [] : plan.faults;
  const templateFaults = checkTemplate(markdown, templateNames);
  if (plan.ok && templateFaults.length === 0) return plan.value;
  const faults = [...planFaults, ...templateFaults].toSorted((a, b) => a.line - b.line || a.column - b.column);
  throw new RefusedError({ code: 'course.invalid', faults });
}
