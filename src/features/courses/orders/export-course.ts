/** A course as the Markdown that can be imported again. A long one comes in several messages, cut between lessons. */

import { coursePlanWords } from '../../../copy/zh-cn/course-plan.js';
import { formatCoursePlan } from '../../../domain/course/format-course-plan.js';
import type { ChatWork } from '../../../kit/work.js';
import { readCourse } from '../../../storage/courses.js';
import { readKnownCourse } from '../known-course.js';

/** What one message can safely hold, in UTF-16 units. */
const MESSAGE_LENGTH = 1_800;
const BETWEEN_LESSONS = '\n\n## ';

export async function exportCourse(work: ChatWork, { name }: { readonly name: string }): Promise<string> {
  const { id } = await readKnownCourse(work.tx, name);
  const course = await readCourse(work.tx, id);
  work.chat.noteExport('course', course.lessons.length);
  const pieces = cutBetweenLessons(formatCoursePlan(course, coursePlanWords).trimEnd());
  for (const piece of pieces.slice(0, -1)) await work.chat.say(piece);
  return pieces.at(-1) ?? '';
}

function cutBetweenLessons(markdown: string): readonly string[] {
  const [first = '', ...lessons] = markdown.split(BETWEEN_LESSONS);
  const pieces = [first];
  for (const lesson of lessons) {
    const last = pieces.at(-1) ?? '';
    const joined = `${last}${BETWEEN_LESSONS}${lesson}`;
    if (joined.length <= MESSAGE_LENGTH) pieces[pieces.length - 1] = joined;
    else pieces.push(`${BETWEEN_LESSONS.trimStart()}${lesson}`);
  }
  return pieces;
}
