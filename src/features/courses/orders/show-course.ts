/** One course: its days and their titles. */

import * as copy from '../../../copy/zh-cn/courses.js';
import type { Work } from '../../../kit/work.js';
import { readCourse } from '../../../storage/courses.js';
import { readKnownCourse } from '../known-course.js';

export async function showCourse({ tx }: Work, { name }: { readonly name: string }): Promise<string> {
  const { id } = await readKnownCourse(tx, name);
  return copy.coursePlan(name, await readCourse(tx, id));
}
