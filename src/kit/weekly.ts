/**
 * What a daily tells once a week: on Monday morning. A Monday that was missed is made up for later in its week, but never
 * first of all.
 */

import { addDays, weekdayOf } from '../domain/local-day.js';
import { instantOf } from '../domain/local-time.js';
import { PRIORITY } from '../domain/outbox.js';
import { readBookmark, saveBookmark } from '../storage/bookmarks.js';
import { appendOutbox } from '../storage/outbox.js';
import type { RoomWork } from './work.js';

export const WEEK_MS = 7 * 86_400_000;
/** Until the next morning. */
const LIFETIME_MS = 24 * 60 * 60_000;

/** Takes the week for whoever goes by the name. Resolves to the instant at which the week to tell of began; undefined where it is not due. */
export async function takeWeek(work: RoomWork, name: string): Promise<number | undefined> {
  const { tx, now, room } = work;
  const bookmark = `${name}:${room.id}`;
  const told = await readBookmark(tx, bookmark);
  if (!isDue(work, told)) return undefined;
  await saveBookmark(tx, bookmark, now);
  return told === 0 ? now - WEEK_MS : told;
}

function isDue({ today, room }: RoomWork, told: number): boolean {
  const monday = addDays(today, 1 - weekdayOf(today));
  return told === 0 ? today === monday : told < instantOf(monday, 0, room.settings.zone);
}

/** To a staff room. */
export async function queueWeekly({ tx, now, account, room }: RoomWork, kind: string, body: string): Promise<void> {
  await appendOutbox(tx, {
    accountId: account.id,
    to: { roomId: room.id },
    kind,
    priority: PRIORITY.staff,
    started: true,
    body,
    notBefore: now,
    expiresAt: now + LIFETIME_MS,
    createdAt: now,
  });
}
