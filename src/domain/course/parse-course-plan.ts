/**
 * Reads a course from the Markdown that a teacher wrote, in any editor.
 *
 * Either the whole plan is sound, or every fault in it is told at once; a plan is never read in part.
 */

import type { CoursePlanWords } from './course-plan-words.js';
import { type Course, COURSE_LIMITS, type Lesson, lessonLength } from './course.js';
import { dayFaults } from './day-faults.js';
import { fieldsStart, readLessonFields } from './lesson-fields.js';
import { inReadingOrder, type Parsed, type PlanFault } from './plan-fault.js';
import { marksInTask, unescapeLine } from './plan-line.js';
import { type PlanSection, splitPlan } from './plan-sections.js';

interface LessonReading {
  readonly lesson: Lesson;
  readonly faults: readonly PlanFault[];
}

export function parseCoursePlan(markdown: string, words: CoursePlanWords): Parsed<Course> {
  const { length } = markdown;
  const { planLength: limit } = COURSE_LIMITS;
  if (length > limit) return refuse([{ code: 'course.plan_too_long', line: 1, column: 1, length, limit }]);

  const { title, sections, faults } = splitPlan(linesOf(markdown), words);
  const readings = sections.map((section) => readLesson(section, words));
  const all = [...faults, ...dayFaults(sections), ...readings.flatMap((reading) => reading.faults)];
  return all.length > 0 ? refuse(all) : { ok: true, value: { title, lessons: readings.map(({ lesson }) => lesson) } };
}

function refuse(faults: readonly PlanFault[]): Parsed<never> {
  return { ok: false, faults: inReadingOrder(faults) };
}

function linesOf(markdown: string): readonly string[] {
  return markdown
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd());
}

function readLesson(section: PlanSection, words: CoursePlanWords): LessonReading {
  const start = fieldsStart(section.lines, words);
  const fields = readLessonFields(section.lines.slice(start), section.line + start + 1, words);
  const task = readTask(section.lines.slice(0, start), words);
  const lesson = { day: section.day ?? 0, title: section.title, task, ...fields.values };
  return { lesson, faults: [...fields.faults, ...lessonFaults(lesson, section)] };
}

/** Blank lines around the task go; an indent stays, since WeChat shows it. */
function readTask(lines: readonly string[], words: CoursePlanWords): string {
  const isMark = marksInTask(words);
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  const kept = first === -1 ? [] : lines.slice(first, last + 1);
  return kept.map((line) => unescapeLine(line, isMark)).join('\n');
}

function lessonFaults(lesson: Lesson, { line, column }: PlanSection): readonly PlanFault[] {
  if (lesson.task === '') return [{ code: 'course.task_missing', line, column }];

  const length = lessonLength(lesson);
  const limit = COURSE_LIMITS.lessonLength;
  return length > limit ? [{ code: 'course.lesson_too_long', line, column, length, limit }] : [];
}
