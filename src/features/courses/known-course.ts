/** The course that somebody named, or a refusal that lists those there are. */

import { RefusedError } from '../../kit/refused-error.js';
import { type CourseEntry, listCourses } from '../../storage/courses.js';
import type { Tx } from '../../storage/database.js';

export async function readKnownCourse(tx: Tx, name: string): Promise<CourseEntry> {
  const courses = await listCourses(tx);
  const course = courses.find((one) => one.name === name);
  if (course) return course;
  throw new RefusedError({ code: 'course.unknown', name, known: courses.map((one) => one.name) });
}
