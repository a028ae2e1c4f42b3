/**
 * Preview: in the morning core users read what comes tomorrow, while it can still be changed. The first one of a month
 * begins with thanks for the month before, so both have one place in the day's budget.
 */

import { previewPost } from '../../../copy/zh-cn/core-posts.js';
import { tellStaffOfSkip, tellStaffOfUnsent } from '../../../kit/missed-posts.js';
import { definePost, type PostDraft, type PostWork } from '../../../kit/post.js';
import { listCoreUsersIn } from '../../../storage/core-users.js';
import { gatherComing } from '../coming.js';
import { gatherThanks } from '../thanks.js';

export const preview = definePost({
  kind: 'preview',
  isOwedTo: (room) => room.kind === 'core',
  compose,
  unsent: tellStaffOfUnsent,

  async skipped(work, reason) {
    const isLost = reason === 'too-late' ? 'text' in (await compose(work)) : reason === 'fault';
    if (isLost) await tellStaffOfSkip(work, 'preview', reason);
  },
});

async function compose(work: PostWork): Promise<PostDraft> {
  const { tx, account, room, day } = work;
  const people = await listCoreUsersIn(tx, account.id, room.id);
  if (people.length === 0) return { skip: 'nobody-here' };
  const coming = await gatherComing(work);
  const thanks = await gatherThanks(work, people);
  const isEmpty = coming.lessons.length === 0 && coming.events.length === 0;
  if (isEmpty && thanks === undefined) return { skip: 'nothing-to-say' };
  return { text: previewPost({ roomId: room.id, day, thanks, ...coming }) };
}
