/** Posts: what a room is owed, when, and how late it may still come (product rules, section 5). */

import type { RoomSettings } from './room.js';

/** Kinds that make a slot: one a room and local day. */
export const POST_KINDS = ['task', 'review', 'outlook'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** When staff read what tomorrow morning will bring: 21:00. */
const OUTLOOK_TIME = 21 * 60;

/** Minutes after the due time during which a post may be caught up: 08:00 until 11:00, 20:00 until 21:30. */
const CATCH_UP_MINUTES: Readonly<Record<PostKind, number>> = { task: 180, review: 90, outlook: 25 };

/** A post that leaves later than this after its time says that it is late. */
export const LATE_AFTER_MS = 10 * 60_000;

export function dueMinute(kind: PostKind, settings: RoomSettings): number {
  if (kind === 'task') return settings.taskTime;
  return kind === 'review' ? settings.reviewTime : OUTLOOK_TIME;
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
  | 'no-such-day'
  | 'fault';
