/** Tags: whoever has paid is called so, and no longer one who tries; on the way back it is the other way round. */

import { paidTag, trialTag } from '../../../copy/zh-cn/moves.js';
import { tagMember, untagMember } from '../../../kit/tags.js';
import { listPresentSeats } from '../../../storage/course-seats.js';
import { readCourseName } from '../../../storage/courses.js';
import { done, type Step } from '../step.js';

export const tags: Step = async (work, move) => {
  const { memberId, way } = move;
  const course = await readCourseName(work.tx, move.courseId);
  const [gained, lost] = way === 'in' ? [paidTag(course), trialTag(course)] : [trialTag(course), paidTag(course)];
  await untagMember(work, memberId, lost, 'move');
  const isTrying = way === 'back' && (await listPresentSeats(work.tx, move, 'trial')).length > 0;
  if (way === 'in' || isTrying) await tagMember(work, memberId, gained, { source: 'move' });
  return done();
};
