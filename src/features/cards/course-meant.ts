/** Which course is meant: the one that was named, else the room's, else the only one that it can be. */

import type { CourseId, MemberId } from '../../domain/ids.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { Work } from '../../kit/work.js';
import { listCourseRooms } from '../../storage/course-rooms.js';
import { listCourses } from '../../storage/courses.js';
import { listRoomsOfMember } from '../../storage/members.js';
import type { Room } from '../../storage/rooms.js';

export interface MeantCourse {
  readonly id: CourseId;
  readonly name: string;
}

interface Meant {
  readonly named: MeantCourse | undefined;
  readonly room: Room | undefined;
  readonly memberId?: MemberId;
  /** A line that names the course. */
  readonly example: string;
}

/** Never guesses: where several could be meant, they are listed. */
export async function courseMeant({ tx }: Work, { named, room, memberId, example }: Meant): Promise<MeantCourse> {
  if (named !== undefined) return named;
  const courses = await listCourses(tx);
  const ofRoom = courses.find(({ id }) => id === room?.courseId);
  if (ofRoom !== undefined) return ofRoom;
  const rooms = await listCourseRooms(tx);
  const theirs = memberId === undefined ? [] : (await listRoomsOfMember(tx, memberId)).map(({ roomId }) => roomId);
  const own = new Set(rooms.filter(({ id }) => theirs.includes(id)).map(({ courseId }) => courseId));
  const run = new Set(rooms.map(({ courseId }) => courseId));
  const [only, other] = courses.filter(({ id }) => (own.size > 0 ? own : run).has(id));
  if (only !== undefined && other === undefined) return only;
  throw new RefusedError({ code: 'order.which_course', courses: courses.map(({ name }) => name), example });
}
