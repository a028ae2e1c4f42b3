/**
 * Somebody wishes to hear of the course, to go on or to enrol, as offers invite them to say. The bot knows no price: a person
 * is told, once a day for each member; what is said again meanwhile is answered alone.
 *
 * Only in rooms of trials and in private, and not of staff, who show others what to say.
 */

import * as copy from '../../../copy/zh-cn/course-wishes.js';
import { mayStillSay } from '../../../kit/answered-lines.js';
import { defineIntent } from '../../../kit/feature.js';
import { closeTodo, openTodo } from '../../../kit/todo.js';
import { COURSE_WISH, wishRef } from '../../../kit/trials.js';
import type { ChatWork } from '../../../kit/work.js';
import { findBoardWish } from '../../../storage/boards.js';
import { readRole } from '../../../storage/roles.js';
import { findWished, type Wished, wishData } from '../wished.js';

export const courseWish = defineIntent({
  name: 'trials.course-wish',
  intent: 'course-wish',
  scope: 'anywhere',

  async run(work) {
    const { speaker, today, understood } = work;
    if (!(await isPlaceFor(work))) return undefined;
    const wished = await findWished(work);
    if (wished.isCovered) return copy.hasCard(speaker.name, work.chatRoom !== undefined);
    if (!(await mayStillSay(work, `${COURSE_WISH} ${today}`, { most: 1 }))) return copy.wishKnown(speaker.name);
    await tellStaff(work, wished, await wishData(work, wished, understood.wish));
    const record = (await mayShowRecord(work)) ? wished.record : undefined;
    const occasion = wished.room && { roomId: wished.room.id, day: today };
    return copy.wishNoted({ name: speaker.name, wish: understood.wish, record }, occasion);
  },
});

async function isPlaceFor({ tx, sentAt, speaker, chatRoom }: ChatWork): Promise<boolean> {
  if (chatRoom === undefined) return true;
  return chatRoom.kind === 'trial' && (await readRole(tx, speaker.id, chatRoom.id, sentAt)) === 'member';
}

/** What they wished on an earlier day and nobody saw to makes way: it is told once. */
async function tellStaff(work: ChatWork, { room, courseId }: Wished, data: copy.Wished): Promise<void> {
  const { id: memberId } = work.speaker;
  const ref = wishRef(memberId, courseId);
  await closeTodo(work, COURSE_WISH, ref);
  await openTodo(work, {
    kind: COURSE_WISH,
    ref,
    room,
    memberId,
    data: { ...data, record: data.record && { ...data.record } },
  });
}

/** Not where others read it, of somebody who has left the board. */
async function mayShowRecord({ tx, speaker, chatRoom }: ChatWork): Promise<boolean> {
  return chatRoom === undefined || findBoardWish(tx, { roomId: chatRoom.id, memberId: speaker.id });
}
