/** What a new plan of a course changes about the one it replaces, by day number. */

import type { Lesson } from './course.js';

export interface LessonChanges {
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly removed: readonly number[];
}

export function compareLessons(before: readonly Lesson[], after: readonly Lesson[]): LessonChanges {
  const known = new Map(before.map((lesson) => [lesson.day, lesson]));
  const kept = new Set(after.map((lesson) => lesson.day));
  return {
    added: daysOf(after.filter(({ day }) => !known.has(day))),
    changed: daysOf(after.filter((lesson) => !isSame(known.get(lesson.day) ?? lesson, lesson))),
    removed: daysOf(before.filter(({ day }) => !kept.has(day))),
  };
}

function isSame(a: Lesson, b: Lesson): boolean {
  return a.title === b.title && a.task === b.task && a.homework === b.homework && a.picture === b.picture;
}

function daysOf(lessons: readonly Lesson[]): number[] {
  return lessons.map(({ day }) => day);
}
