/**
 * Reads the text of one lesson as it is typed into a chat: the task, then the fields that a plan may have too.
 *
 * No headings are read, so a line that begins with `#` is text here; written into a plan it gets a backslash.
 */

import type { CoursePlanWords } from './course-plan-words.js';
import { COURSE_LIMITS, type Lesson, lengthOf } from './course.js';
import { fieldsStart, readLessonFields } from './lesson-fields.js';
import type { Parsed, PlanFault } from './plan-fault.js';
import { marksInTask, unescapeLine } from './plan-line.js';

export type LessonText = Omit<Lesson, 'day' | 'title'>;

export function parseLessonText(text: string, words: CoursePlanWords): Parsed<LessonText> {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trimEnd());
  const start = fieldsStart(lines, words);
  const isMark = marksInTask(words);
  const task = lines
    .slice(0, start)
    .map((line) => unescapeLine(line, isMark))
    .join('\n')
    .trim();
  const { values, faults } = readLessonFields(lines.slice(start), start + 1, words);
  const all = [...faults, ...textFaults(task, lengthOf(text))];
  return all.length > 0 ? { ok: false, faults: all } : { ok: true, value: { task, ...values } };
}

function textFaults(task: string, length: number): readonly PlanFault[] {
  const limit = COURSE_LIMITS.lessonLength;
  if (task === '') return [{ code: 'course.task_missing', line: 1, column: 1 }];
  return length > limit ? [{ code: 'course.lesson_too_long', line: 1, column: 1, length, limit }] : [];
}
