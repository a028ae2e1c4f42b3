/** What did not appear, as one message to staff; and which skipped posts of a course staff hear of. */

import * as copy from '../../copy/zh-cn/posts.js';
import type { MissedPost } from '../../domain/missed-post.js';
import type { PostKind, SkipReason } from '../../domain/post.js';
import { hasLesson } from '../../kit/course-day.js';
import { defineMergedReply } from '../../kit/feature.js';
import { MISSED_POSTS, tellStaffOfSkip } from '../../kit/missed-posts.js';
import type { PostWork } from '../../kit/post.js';

export const skippedPosts = defineMergedReply<MissedPost>({
  kind: MISSED_POSTS,
  pace: 'plain',
  compose: (posts, { today }) => copy.skippedPosts(posts, today),
});

/** The planner's `skipped`. */
export function tellOfSkip(kind: PostKind) {
  return async (work: PostWork, reason: SkipReason): Promise<void> => {
    if (await isWorthTelling(work, reason)) await tellStaffOfSkip(work, kind, reason);
  };
}

/** A post that comes too late is not composed, so whether anything was lost is asked here. */
async function isWorthTelling({ tx, room, day }: PostWork, reason: SkipReason): Promise<boolean> {
  return reason === 'too-late' ? hasLesson(tx, room, day) : reason === 'fault' || reason === 'no-lesson';
}
