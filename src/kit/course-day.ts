/** Where a room stands in its course on a local day, or why that day has no lesson. */

import type { Lesson } from '../domain/course/course.js';
import type { CourseId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { SkipReason } from '../domain/post.js';
import { findLesson, readLastLessonDay } from '../storage/courses.js';
import type { Tx } from '../storage/database.js';
import type { Room } from '../storage/rooms.js';
import { courseDayNumber, isPostDay } from './workdays.js';

type CourseRoom = Pick<Room, 'courseId' | 'startDay' | 'settings'>;

export type CourseDay =
  | { readonly courseId: CourseId; readonly number: number }
  | { readonly skip: Extract<SkipReason, 'rest-day' | 'no-course' | 'before-start'> };

export type DayLesson = { readonly number: number; readonly lesson: Lesson } | { readonly skip: SkipReason };

/** The number is 1 on the first day of the course on or after the start day. A pause plays no part. */
export function courseDayOf({ courseId, startDay, settings }: CourseRoom, day: LocalDay): CourseDay {
  if (!isPostDay(settings, day)) return { skip: 'rest-day' };
  if (courseId === null || startDay === null) return { skip: 'no-course' };
  if (day < startDay) return { skip: 'before-start' };
  return { courseId, number: courseDayNumber(settings, startDay, day) };
}

/** A day after the last lesson is `course-finished`; a gap before it is `no-lesson`. */
export async function findDayLesson(tx: Tx, room: CourseRoom, day: LocalDay): Promise<DayLesson> {
  const place = courseDayOf(room, day);
  if ('skip' in place) return place;
  const lesson = await findLesson(tx, place.courseId, place.number);
  if (lesson) return { number: place.number, lesson };
  const last = await readLastLessonDay(tx, place.courseId);
  return { skip: place.number > last ? 'course-finished' : 'no-lesson' };
}

export function isPaused({ pausedUntil }: Pick<Room, 'pausedUntil'>, day: LocalDay): boolean {
  return pausedUntil !== null && day <= pausedUntil;
}

/** Whether members were given something to do on the day: the course goes on and has a lesson. */
export async function hasLesson(tx: Tx, room: CourseRoom & Pick<Room, 'pausedUntil'>, day: LocalDay): Promise<boolean> {
  return !isPaused(room, day) && !('skip' in (await findDayLesson(tx, room, day)));
}
