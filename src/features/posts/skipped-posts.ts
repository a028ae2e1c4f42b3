/**
 * Tells staff which posts did not appear and why: skipped ones where a person can do something about it, and all that
 * had words and could not be sent.
 *
 * The items wait in every staff room of the account and leave as one message, or a bot that was away for days would
 * flood it on its return.
 */

import * as copy from '../../copy/zh-cn/posts.js';
import type { SkipReason } from '../../domain/post.js';
import { queueItem } from '../../kit/collect-item.js';
import { hasLesson } from '../../kit/course-day.js';
import { defineMergedReply } from '../../kit/feature.js';
import type { PostWork, UnsentSlot } from '../../kit/post.js';
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
    if (await isWorthTelling(work, reason)) await tellStaff(work, { kind, reason });
  };
}

/** The sender's `unsent`. Of words that were not sent staff hear anyway, and sending these again brings the picture. */
export async function tellStaffOfUnsent(work: PostWork, unsent: UnsentSlot): Promise<void> {
  if (unsent.reason !== 'words-not-sent') await tellStaff(work, unsent);
}

async function tellStaff(work: PostWork, post: Omit<copy.SkippedPost, 'topic' | 'day'>): Promise<void> {
  const { tx, now, room, day } = work;
  const value: copy.SkippedPost = { ...post, topic: room.topic, day };
  const item = { kind: KIND, value, notBefore: now, lifetime: LIFETIME_MS, toStaff: true };
  for (const staffRoom of await listRoomsOfKind(tx, room.accountId, 'staff')) await queueItem(work, staffRoom, item);
}

/** A post that comes too late is not composed, so whether anything was lost is asked here. */
async function isWorthTelling({ tx, room, day }: PostWork, reason: SkipReason): Promise<boolean> {
  return reason === 'too-late' ? hasLesson(tx, room, day) : reason === 'fault' || reason === 'no-lesson';
}
