/** Saves a whole course from Markdown, once nothing is wrong with it. Rooms that run it get the new lessons. */

import { builtinCourseNames } from '../../../copy/zh-cn/builtin-courses.js';
import { coursePlanWords } from '../../../copy/zh-cn/course-plan.js';
import * as copy from '../../../copy/zh-cn/courses.js';
import { templateNames } from '../../../copy/zh-cn/template-variables.js';
import { compareLessons, type LessonChanges } from '../../../domain/course/compare-lessons.js';
import { type Course, lengthOf } from '../../../domain/course/course.js';
import { parseCoursePlan } from '../../../domain/course/parse-course-plan.js';
import type { CourseId, MemberId } from '../../../domain/ids.js';
import type { LocalDay } from '../../../domain/local-day.js';
import type { ArgumentSpec } from '../../../kit/argument.js';
import type { CommandWork } from '../../../kit/feature.js';
import { listPictureFaults } from '../../../kit/lesson-picture.js';
import { nextTaskDay } from '../../../kit/next-task-day.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { checkTemplate } from '../../../kit/template.js';
import type { Work } from '../../../kit/work.js';
import { listCourseRooms } from '../../../storage/course-rooms.js';
import { type CourseEntry, findCourseByName, readCourse, saveCoursePlan } from '../../../storage/courses.js';
import { listPresent } from '../../../storage/members.js';
import { readRoom } from '../../../storage/rooms.js';

type ImportWork = Work & Pick<CommandWork<ArgumentSpec, 'anywhere'>, 'changes' | 'confirm'>;

export interface ImportOrder {
  readonly name: string;
  /** True when lessons may go that a room still needs. */
  readonly overwrite: boolean;
  readonly markdown: string;
}

export async function importCourse(work: ImportWork, { name, overwrite, markdown }: ImportOrder): Promise<string> {
  const { tx } = work;
  refuseName(name);
  const course = soundCourse(markdown);
  const known = await findCourseByName(tx, name);
  const changes = known && compareLessons((await readCourse(tx, known.id)).lessons, course.lessons);
  const rooms = known ? await listRoomsRunning(work, known.id) : [];
  if (changes && !overwrite) refuseLoss(name, changes, rooms.length);
  if (known) await confirmReplacing(work, known, course.lessons.length);
  await saveWatched(work, name, course, known?.id);
  return copy.imported({
    name,
    title: course.title,
    lessons: course.lessons.length,
    lastDay: course.lessons.at(-1)?.day ?? 0,
    changes,
    pictures: course.lessons.filter((lesson) => lesson.picture !== undefined).length,
    pictureFaults: await listPictureFaults(work, course.lessons),
    rooms,
  });
}

/** The lessons of a new course are watched once it has an id. */
async function saveWatched(
  { tx, now, changes }: ImportWork,
  name: string,
  course: Course,
  known: CourseId | undefined,
): Promise<void> {
  await changes.watch('course', { name }, ['title']);
  const id = known ?? (await saveCoursePlan(tx, name, { ...course, lessons: [] }, now));
  await changes.watch('lesson', { course_id: id });
  await saveCoursePlan(tx, name, course, now);
}

/** Whoever is in a room that runs it gets other lessons from now on. */
async function confirmReplacing({ tx, confirm }: ImportWork, known: CourseEntry, lessons: number): Promise<void> {
  const rooms = (await listCourseRooms(tx)).filter((room) => room.courseId === known.id);
  const people = new Map<MemberId, string>();
  for (const { id } of rooms) for (const member of await listPresent(tx, id)) people.set(member.id, member.name);
  const what = copy.replacing({ name: known.name, before: known.lessons, after: lessons, rooms: rooms.length });
  await confirm({ what, people: people.size, names: [...people.values()] });
}

/** What is gone cannot be brought back, and a room in the middle of it would stand without a task. */
function refuseLoss(name: string, { removed }: LessonChanges, rooms: number): void {
  if (removed.length > 0 && rooms > 0)
    throw new RefusedError({ code: 'course.would_lose', name, days: removed, rooms });
}

async function listRoomsRunning({ tx, now }: Work, courseId: CourseId): Promise<copy.Imported['rooms']> {
  const running = (await listCourseRooms(tx)).filter((room) => room.courseId === courseId);
  const rooms: { readonly topic: string; readonly from: LocalDay }[] = [];
  for (const { id, topic } of running) rooms.push({ topic, from: nextTaskDay(await readRoom(tx, id), now) });
  return rooms;
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
