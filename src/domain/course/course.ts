/**
 * A course: a plan of lessons by day number.
 *
 * Days ascend but may leave gaps: a day without a lesson is a rest day, not an error.
 */

export interface Lesson {
  readonly day: number;
  /** May be empty: the post then begins with the task. */
  readonly title: string;
  /** Plain text, as WeChat shows it. Its last line is what the member copies. */
  readonly task: string;
  readonly homework?: string;
  /** A file name relative to the folder of pictures, never a path out of it. */
  readonly picture?: string;
}

export interface Course {
  readonly title: string;
  readonly lessons: readonly Lesson[];
}

/** All lengths are in characters as people count them (code points), not in UTF-16 units. */
export const COURSE_LIMITS = {
  lessons: 400,
  lastDay: 999,
  titleLength: 60,
  lessonLength: 2000,
  pictureLength: 200,
  planLength: 1_000_000,
} as const;

export function lengthOf(text: string): number {
  return Array.from(text).length;
}

export function lessonLength(lesson: Lesson): number {
  return lengthOf(lesson.title) + lengthOf(lesson.task) + lengthOf(lesson.homework ?? '');
}
