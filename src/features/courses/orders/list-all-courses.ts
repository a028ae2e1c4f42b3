/** All courses, with the rooms that run them. */

import * as copy from '../../../copy/zh-cn/courses.js';
import type { Work } from '../../../kit/work.js';
import { listCourseRooms } from '../../../storage/course-rooms.js';
import { listCourses } from '../../../storage/courses.js';

export async function listAllCourses({ tx }: Work): Promise<string> {
  const rooms = await listCourseRooms(tx);
  const topicsOf = (courseId: number) => rooms.filter((room) => room.courseId === courseId).map((room) => room.topic);
  const courses = await listCourses(tx);
  return copy.courseList(courses.map(({ id, ...course }) => ({ ...course, rooms: topicsOf(id) })));
}
