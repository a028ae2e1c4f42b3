/**
 * What a corrected day means for posts: those that wait are composed anew, and what was posted is not changed, but told of
 * by the next review.
 */

import type { MemberId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { isSlotKind, postKindOf } from '../domain/post.js';
import { appendCorrection } from '../storage/corrections.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { isOut, listUnsentFigures, saveWords } from '../storage/posted.js';
import { readRoom, type Room } from '../storage/rooms.js';
import { readStanding } from '../storage/standings.js';
import { reviewBadges } from './badges.js';
import { todayIn, type Work } from './work.js';

export interface Corrected {
  readonly memberId: MemberId;
  readonly day: LocalDay;
  readonly change: 'added' | 'removed';
}

/** To be called after the change itself, once for all that it corrected in the room. */
export async function noteCorrections(work: Work, room: Room, corrected: readonly Corrected[]): Promise<void> {
  const { tx, now } = work;
  const today = todayIn(room, now);
  const toldIn = (await isOut(tx, room.id, 'review', today)) ? addDays(today, 1) : today;
  for (const { memberId, day, change } of corrected) {
    const key = { roomId: room.id, memberId };
    await reviewBadges(tx, key, await readStanding(tx, key), now);
    if (!(await isOut(tx, room.id, 'review', day))) continue;
    await appendCorrection(tx, { roomId: room.id, memberId, day, change, toldIn, at: now });
  }
  await composeAnew(work, room);
}

/** The figures of the room have changed: whatever waits with figures in it gets those of now. */
export async function composeAnew(work: Work, room: Room): Promise<void> {
  for (const post of await listUnsentFigures(work.tx, room.accountId, room.id)) await composeOne(work, post);
}

async function composeOne(work: Work, { id, roomId, kind, day, late }: OutboxMessage): Promise<void> {
  if (roomId === null || day === null || !isSlotKind(kind)) return;
  const room = await readRoom(work.tx, roomId);
  const draft = await work.catalogue.findPost(postKindOf(kind))?.compose({ ...work, room, today: day, day, late });
  // What has no words any more keeps those that it has: the slot is not skipped by a correction.
  if (draft !== undefined && !('skip' in draft)) await saveWords(work.tx, id, draft);
}
