/** Posts: what a room is owed, when, and how late it may still come (product rules, section 5). */

import type { PictureTrouble } from './picture.js';
import type { RoomSettings } from './room.js';

/** Kinds that make a slot: one a room and local day. */
export const POST_KINDS = ['task', 'review', 'outlook', 'preview'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** The picture that goes with a post: a message of its own right after the words, once a room and local day like them. */
export type PictureKind = `${PostKind}-picture`;
export type SlotKind = PostKind | PictureKind;
export const SLOT_KINDS: readonly SlotKind[] = POST_KINDS.flatMap((kind) => [kind, pictureKindOf(kind)]);

export function pictureKindOf(kind: PostKind): PictureKind {
  return `${kind}-picture`;
}

export function isSlotKind(kind: string): kind is SlotKind {
  return SLOT_KINDS.some((one) => one === kind);
}

/** The post that is shown in it or goes with it. */
export function postKindOf(kind: SlotKind): PostKind {
  const post = POST_KINDS.find((one) => kind === one || kind === pictureKindOf(one));
  if (post === undefined) throw new RangeError(`There is no post of the kind ${kind}.`);
  return post;
}

/** When staff read what tomorrow morning will bring: 21:00. */
const OUTLOOK_TIME = 21 * 60;
/** When core users see what comes tomorrow, a day before the others: 08:30. */
const PREVIEW_TIME = 8 * 60 + 30;

/** Minutes after the due time during which a post may be caught up: 08:00 until 11:00, 20:00 until 21:30, 08:30 until noon. */
const CATCH_UP_MINUTES: Readonly<Record<PostKind, number>> = { task: 180, review: 90, outlook: 25, preview: 210 };

/** How much longer than its words a picture may take, so that words in the last minute do not lose theirs. */
export const PICTURE_GRACE_MS = 10 * 60_000;

/** A post that leaves later than this after its time says that it is late. */
export const LATE_AFTER_MS = 10 * 60_000;

export function dueMinute(kind: PostKind, settings: RoomSettings): number {
  if (kind === 'task') return settings.taskTime;
  if (kind === 'review') return settings.reviewTime;
  return kind === 'outlook' ? OUTLOOK_TIME : PREVIEW_TIME;
}

export function catchUpUntil(kind: PostKind, dueAt: number): number {
  return dueAt + CATCH_UP_MINUTES[kind] * 60_000;
}

/** Why a slot was not posted. Each has its wording in copy. */
export type SkipReason =
  | 'too-late'
  | 'paused'
  | 'rest-day'
  | 'no-course'
  | 'no-lesson'
  | 'before-start'
  | 'course-finished'
  | 'nobody-here'
  | 'nothing-to-say'
  | 'fault';

/**
 * Why a post that had its words, or its picture, was not sent. A failure keeps what the platform said instead. Wording in copy, as above.
 */
export type UnsentReason =
  | 'over-budget'
  | 'stopped'
  | 'quiet-hours'
  | 'pace'
  | 'expired'
  | 'no such chat'
  | 'words-not-sent'
  | 'words-uncertain'
  | PictureTrouble;
