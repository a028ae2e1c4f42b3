/**
 * Reminds somebody in the room, once in ten minutes, and the room once a minute whatever happens in it: what comes in between is said
 * together.
 */

import type { Cause } from '../../copy/zh-cn/moderation-causes.js';
import * as copy from '../../copy/zh-cn/moderation.js';
import { displayName } from '../../domain/display-name.js';
import type { MemberId, OffenceId } from '../../domain/ids.js';
import { addDays } from '../../domain/local-day.js';
import { PRIORITY } from '../../domain/outbox.js';
import { queueItem } from '../../kit/collect-item.js';
import { todayIn, type Work } from '../../kit/work.js';
import { markReminded, readLastReminder } from '../../storage/offence-states.js';
import { appendOutbox } from '../../storage/outbox.js';
import type { Room } from '../../storage/rooms.js';
import { REMINDERS } from './merged-replies/reminders.js';

export interface Reminded extends Cause {
  readonly id: OffenceId;
  readonly memberId: MemberId;
  readonly name: string;
}

const ROOM_APART_MS = 60_000;
const MEMBER_APART_MS = 10 * 60_000;
const LIFETIME_MS = 30 * 60_000;

export async function remind(work: Work, room: Room, reminded: Reminded): Promise<void> {
  const { tx, now } = work;
  const { id, memberId, kind } = reminded;
  const since = addDays(todayIn(room, now), -1);
  const last = await readLastReminder(tx, { roomId: room.id, memberId, since });
  // Whoever reminds by hand has something to say.
  if (kind !== 'hand' && last !== null && now - last < MEMBER_APART_MS) return;
  const inRoom = await readLastReminder(tx, { roomId: room.id, since });
  const dueAt = inRoom === null ? now : Math.max(now, inRoom + ROOM_APART_MS);
  await markReminded(tx, id, dueAt);
  if (dueAt === now) await say(work, room, reminded);
  else
    await queueItem(work, room, {
      ...REMINDERS,
      notBefore: dueAt,
      lifetime: LIFETIME_MS,
      value: { name: reminded.name, memberId },
      mention: memberId,
    });
}

async function say(work: Work, room: Room, { memberId, name, ...cause }: Reminded): Promise<void> {
  const { tx, now, account } = work;
  const occasion = { roomId: room.id, day: todayIn(room, now) };
  await appendOutbox(tx, {
    accountId: account.id,
    to: { roomId: room.id },
    kind: 'rule-reminder',
    priority: PRIORITY.reply,
    started: false,
    body: `@${displayName(name)} ${copy.reminder(cause, occasion)}`,
    mentions: [memberId],
    notBefore: now,
    expiresAt: now + LIFETIME_MS,
    createdAt: now,
  });
}
