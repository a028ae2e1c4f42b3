/** Which registered rooms run which course. Courses are shared, so an edit reaches every one of them. */

import type { CourseId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';

export interface CourseRoom {
  readonly id: RoomId;
  readonly topic: string;
  readonly courseId: CourseId;
}

export async function listCourseRooms(tx: Tx): Promise<CourseRoom[]> {
  const rows = await tx
    .selectFrom('room')
    .select(['id', 'topic', 'course_id as courseId'])
    .where('course_id', 'is not', null)
    .where('kind', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ courseId, ...room }) => (courseId === null ? [] : [{ ...room, courseId }]));
}
