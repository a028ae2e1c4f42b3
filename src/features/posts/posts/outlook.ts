/** What tomorrow morning brings, in every room of the account, told to staff while there is time to change it. */

import * as copy from '../../../copy/zh-cn/posts.js';
import { addDays, type LocalDay } from '../../../domain/local-day.js';
import { runsCourse } from '../../../domain/room.js';
import { findDayLesson, hasLesson, isPaused } from '../../../kit/course-day.js';
import { findPictureFault } from '../../../kit/lesson-picture.js';
import { tellStaffOfUnsent } from '../../../kit/missed-posts.js';
import { nextTaskDay } from '../../../kit/next-task-day.js';
import { definePost } from '../../../kit/post.js';
import { todayIn, type Work } from '../../../kit/work.js';
import { listRegisteredRooms, type Room } from '../../../storage/rooms.js';
import { readTurnout } from '../../../storage/turnout.js';
import { renderLesson } from '../lesson-text.js';

export const outlook = definePost({
  kind: 'outlook',
  isOwedTo: (room) => room.kind === 'staff',
  unsent: tellStaffOfUnsent,

  async compose(work) {
    const rooms = await listRegisteredRooms(work.tx, work.room.accountId);
    const outlooks: copy.RoomOutlook[] = [];
    for (const room of rooms.filter(isTold)) outlooks.push(await outlookOf(work, room));
    return outlooks.length === 0
      ? { skip: 'nothing-to-say' }
      : { text: copy.outlookPost(addDays(work.day, 1), outlooks) };
  },
});

/** A core room may do without a course. */
function isTold({ kind, courseId }: Room): boolean {
  return runsCourse(kind) && !(kind === 'core' && courseId === null);
}

async function outlookOf(work: Work, room: Room): Promise<copy.RoomOutlook> {
  const day = nextTaskDay(room, work.now);
  return {
    topic: room.topic,
    day,
    next: await nextLesson(work, room, day),
    pausedUntil: isPaused(room, day) ? (room.pausedUntil ?? undefined) : undefined,
    open: await countOpen(work, room),
  };
}

async function nextLesson(work: Work, room: Room, day: LocalDay): Promise<copy.RoomOutlook['next']> {
  const found = await findDayLesson(work.tx, room, day);
  if ('skip' in found) return found;
  const { number, lesson } = found;
  const fault = await findPictureFault(work, lesson);
  // What nobody can put right is told on the day, when the picture may be sent by hand.
  const picture = fault?.trouble === 'picture-unsupported' ? undefined : fault;
  return { number, title: renderLesson(lesson, { room, day, number }).title, picture };
}

async function countOpen({ tx, now }: Work, room: Room): Promise<number | undefined> {
  const today = todayIn(room, now);
  if (!(await hasLesson(tx, room, today))) return undefined;
  return (await readTurnout(tx, room, today)).open;
}
