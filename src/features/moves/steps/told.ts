/** Kindly in private, where the bot may, and only to somebody who is about to lose a place. */

import * as copy from '../../../copy/zh-cn/moves.js';
import { tellPrivately } from '../../../kit/private-message.js';
import { listPresentSeats } from '../../../storage/course-seats.js';
import { readCourseName } from '../../../storage/courses.js';
import { done, skipped, type Step } from '../step.js';

export const told: Step = async (work, move) => {
  if (move.cause === 'undone') return skipped('not-needed');
  if ((await listPresentSeats(work.tx, move, 'paid')).length === 0) return skipped('not-there');
  const course = await readCourseName(work.tx, move.courseId);
  const message = await tellPrivately(work, move.memberId, {
    kind: 'move-told',
    body: copy.cardOver(course, move.cause),
  });
  return message === undefined ? skipped('not-allowed') : done({ told: message });
};
