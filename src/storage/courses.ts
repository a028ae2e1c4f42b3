/** Courses and their lessons by day number. */

import type { Course, Lesson } from '../domain/course/course.js';
import type { CourseId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { keyOfPair } from './memory.js';
import { Remembered } from './remembered.js';
import { defineStatement } from './statement.js';

export interface CourseEntry {
  readonly id: CourseId;
  /** What people call it in commands. */
  readonly name: string;
  readonly title: string;
  readonly lessons: number;
}

export async function listCourses(tx: Tx): Promise<CourseEntry[]> {
  return tx
    .selectFrom('course')
    .leftJoin('lesson', 'lesson.course_id', 'course.id')
    .select(['course.id', 'course.name', 'course.title'])
    .select((eb) => eb.fn.count<number>('lesson.day').as('lessons'))
    .groupBy(['course.id', 'course.name', 'course.title'])
    .orderBy('course.id')
    .execute();
}

export async function findCourseByName(tx: Tx, name: string): Promise<CourseEntry | undefined> {
  return (await listCourses(tx)).find((course) => course.name === name);
}

export async function readCourse(tx: Tx, id: CourseId): Promise<Course> {
  const { title } = await tx.selectFrom('course').select('title').where('id', '=', id).executeTakeFirstOrThrow();
  const rows = await tx.selectFrom('lesson').selectAll().where('course_id', '=', id).orderBy('day').execute();
  return { title, lessons: rows.map(toLesson) };
}

export async function readCourseName(tx: Tx, id: CourseId): Promise<string> {
  const row = await tx.selectFrom('course').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  return row.name;
}

/** Rooms of one course have the same lesson on the same morning. */
const lessonOnDay = new Remembered({
  statement: defineStatement((tx, p: { courseId: CourseId; day: number }) =>
    tx
      .selectFrom('lesson')
      // A lesson goes with its course, behind the back of the memory: whoever writes courses makes it forget lessons.
      .innerJoin('course', 'course.id', 'lesson.course_id')
      .selectAll('lesson')
      .where('course_id', '=', p.courseId)
      .where('day', '=', p.day),
  ),
  keyOf: ({ courseId, day }) => keyOfPair(courseId, day),
  answerOf: toLesson,
});

export async function findLesson(tx: Tx, courseId: CourseId, day: number): Promise<Lesson | undefined> {
  return lessonOnDay.first(tx, { courseId, day });
}

/** The day number of the last lesson; 0 for a course without lessons. */
export async function readLastLessonDay(tx: Tx, courseId: CourseId): Promise<number> {
  return (await findLastDay.first(tx, { courseId }))?.day ?? 0;
}

const findLastDay = defineStatement((tx, p: { courseId: CourseId }) =>
  tx
    .selectFrom('lesson')
    .select((eb) => eb.fn.max('day').as('day'))
    .where('course_id', '=', p.courseId),
);

/** Adds the course, or replaces all lessons of the one that has this name. */
export async function saveCoursePlan(tx: Tx, name: string, course: Course, now: number): Promise<CourseId> {
  const values = { title: cleanText(course.title), updated_at: now };
  const { id } = await tx
    .insertInto('course')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('lesson').where('course_id', '=', id).execute();
  for (const lesson of course.lessons) await saveLesson(tx, id, lesson, now);
  return id;
}

export async function saveLesson(tx: Tx, courseId: CourseId, lesson: Lesson, now: number): Promise<void> {
  const values = {
    title: cleanText(lesson.title),
    task: cleanText(lesson.task),
    homework: lesson.homework === undefined ? null : cleanText(lesson.homework),
    picture: lesson.picture ?? null,
  };
  await tx
    .insertInto('lesson')
    .values({ course_id: courseId, day: lesson.day, ...values })
    .onConflict((conflict) => conflict.columns(['course_id', 'day']).doUpdateSet(values))
    .execute();
  await tx.updateTable('course').set({ updated_at: now }).where('id', '=', courseId).execute();
}

interface LessonRow {
  readonly day: number;
  readonly title: string;
  readonly task: string;
  readonly homework: string | null;
  readonly picture: string | null;
}

function toLesson(row: LessonRow): Lesson {
  return {
    day: row.day,
    title: row.title,
    task: row.task,
    ...(row.homework !== null && { homework: row.homework }),
    ...(row.picture !== null && { picture: row.picture }),
  };
}
