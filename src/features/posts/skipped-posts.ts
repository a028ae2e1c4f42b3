/**
 * Tells staff which posts did not appear and why, where a person can still do something about it.
 *
 * The items wait in every staff room of the account and leave as one message, or a bot that was away for days would
 * flood it on its return.
 */

import * as copy from '../../copy/zh-cn/posts.js';
import { PRIORITY } from '../../domain/outbox.js';
import type { SkipReason } from '../../domain/post.js';
import { hasLesson } from '../../kit/course-day.js';
import { defineMergedReply, type PostWork } from '../../kit/feature.js';
import { appendOutbox } from '../../storage/outbox.js';
import { listRoomsOfKind } from '../../storage/rooms.js';

const KIND = 'skipped-posts';
/** Long enough to keep through the night. */
const LIFETIME_MS = 14 * 60 * 60_000;

export const skippedPosts = defineMergedReply<copy.SkippedPost>({
  kind: KIND,
  pace: 'plain',
  compose: (posts, { today }) => copy.skippedPosts(posts, today),
});

/** The planner's `skipped`. */
export function tellStaffOfSkip(kind: copy.SkippedPost['kind']) {
  return async (work: PostWork, reason: SkipReason): Promise<void> => {
    if (!(await isWorthTelling(work, reason))) return;
    const { tx, now, room, day } = work;
    const item: copy.SkippedPost = { topic: room.topic, kind, day, reason };
    for (const staffRoom of await listRoomsOfKind(tx, room.accountId, 'staff')) {
      await appendOutbox(tx, {
        accountId: room.accountId,
        to: { roomId: staffRoom.id },
        kind: KIND,
        priority: PRIORITY.staff,
        started: true,
        body: JSON.stringify(item),
        notBefore: now,
        expiresAt: now + LIFETIME_MS,
        createdAt: now,
      });
    }
  };
}

/** A post that comes too late is not composed, so whether anything was lost is asked here. */
async function isWorthTelling({ tx, room, day }: PostWork, reason: SkipReason): Promise<boolean> {
  return reason === 'too-late' ? hasLesson(tx, room, day) : reason === 'fault' || reason === 'no-lesson';
}
