/** Writes a course as the Markdown that `parseCoursePlan` reads back to the same course. */

import type { CoursePlanWords } from './course-plan-words.js';
import type { Course, Lesson } from './course.js';
import { writeDayHeading } from './day-heading.js';
import { escapeLine, type IsMark, marksInHomework, marksInTask } from './plan-line.js';

export function formatCoursePlan(course: Course, words: CoursePlanWords): string {
  const lessons = course.lessons.map((lesson) => formatLesson(lesson, words));
  return `${[`# ${course.title}`, ...lessons].join('\n\n')}\n`;
}

function formatLesson(lesson: Lesson, words: CoursePlanWords): string {
  const heading = `## ${writeDayHeading(lesson, words)}`;
  const task = escapeLines(lesson.task.split('\n'), marksInTask(words));
  const fields = formatFields(lesson, words);
  return [heading, task, fields].filter((part) => part !== '').join('\n\n');
}

function formatFields({ homework, picture }: Lesson, words: CoursePlanWords): string {
  const lines: string[] = [];
  if (homework !== undefined) lines.push(words.homework[0] + words.colon + formatHomework(homework, words));
  if (picture !== undefined) lines.push(words.picture[0] + words.colon + picture);
  return lines.join('\n');
}

/** The first line stands after the label and so can be taken for nothing else. */
function formatHomework(homework: string, words: CoursePlanWords): string {
  const [first = '', ...others] = homework.split('\n');
  return others.length === 0 ? first : `${first}\n${escapeLines(others, marksInHomework(words))}`;
}

function escapeLines(lines: readonly string[], isMark: IsMark): string {
  return lines.map((line) => escapeLine(line, isMark)).join('\n');
}
