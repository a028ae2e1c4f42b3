/**
 * Tells staff which posts did not appear and why: skipped ones where a person can do something about it, and all that
 * had words and could not be sent.
 *
 * The items wait in every staff room of the account and leave as one message, or a bot that was away for days would
 * flood it on its return.
 */

import type { MissedPost } from '../domain/missed-post.js';
import type { SkipReason } from '../domain/post.js';
import { listRoomsOfKind } from '../storage/rooms.js';
import { queueItem } from './collect-item.js';
import type { PostWork, UnsentSlot } from './post.js';

/** The merged reply of staff rooms. */
export const MISSED_POSTS = 'skipped-posts';
/** Long enough to keep through the night. */
const LIFETIME_MS = 14 * 60 * 60_000;

/** The planner's `skipped`, for what a person can do something about. */
export async function tellStaffOfSkip(work: PostWork, kind: MissedPost['kind'], reason: SkipReason): Promise<void> {
  await tellStaff(work, { kind, reason });
}

/** The sender's `unsent`. Of words that were not sent staff hear anyway, and sending these again brings the picture. */
export async function tellStaffOfUnsent(work: PostWork, unsent: UnsentSlot): Promise<void> {
  if (unsent.reason !== 'words-not-sent') await tellStaff(work, unsent);
}

async function tellStaff(work: PostWork, post: Omit<MissedPost, 'topic' | 'day'>): Promise<void> {
  const { tx, now, room, day } = work;
  const value: MissedPost = { ...post, topic: room.topic, day };
  const item = { kind: MISSED_POSTS, value, notBefore: now, lifetime: LIFETIME_MS, toStaff: true };
  for (const staffRoom of await listRoomsOfKind(tx, room.accountId, 'staff')) await queueItem(work, staffRoom, item);
}
