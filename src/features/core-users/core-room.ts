/** The room of core users: in by invitation, out by a person's word. What the platform cannot do becomes a to-do. */

import type { MemberId } from '../../domain/ids.js';
import { listCourseRoomsOf } from '../../kit/course-rooms-of.js';
import { queueErrand } from '../../kit/errand.js';
import { openTodo } from '../../kit/todo.js';
import type { Work } from '../../kit/work.js';
import { isPresent } from '../../storage/presence.js';
import { listRoomsOfKind, type Room } from '../../storage/rooms.js';
import { BY_HAND, INVITE_ERRAND, refOf, STILL_IN_ROOM } from './kinds.js';

/** The one of a course that the member follows, else the first; undefined where there is none. */
async function findCoreRoom({ tx, account }: Work, memberId: MemberId): Promise<Room | undefined> {
  const rooms = await listRoomsOfKind(tx, account.id, 'core');
  const courses = (await listCourseRoomsOf(tx, memberId)).flatMap(({ courseId }) => courseId ?? []);
  return rooms.find(({ courseId }) => courseId !== null && courses.includes(courseId)) ?? rooms[0];
}

/** Resolves to whether an invitation is on its way. */
export async function enterCoreRoom(work: Work, memberId: MemberId): Promise<boolean> {
  const room = await findCoreRoom(work, memberId);
  if (room === undefined) {
    const [home] = await listCourseRoomsOf(work.tx, memberId);
    await openTodo(work, { kind: BY_HAND, ref: refOf(memberId), room: home, memberId, data: { wanted: 'room' } });
    return false;
  }
  if (await isPresent(work.tx, { roomId: room.id, memberId })) return false;
  await queueErrand(work, { kind: INVITE_ERRAND, to: { roomId: room.id }, errand: { do: 'invite', memberId } });
  return true;
}

/** Nobody is removed without a person. Resolves to whether they are in a core room. */
export async function askAboutRoom(work: Work, memberId: MemberId): Promise<boolean> {
  const rooms = (await listCourseRoomsOf(work.tx, memberId)).filter(({ kind }) => kind === 'core');
  for (const room of rooms)
    await openTodo(work, { kind: STILL_IN_ROOM, ref: `${refOf(memberId)}:${room.id}`, room, memberId });
  return rooms.length > 0;
}
