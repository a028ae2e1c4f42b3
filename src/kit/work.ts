/** What a handler is given: one transaction, one moment, who spoke where, and a way to speak. */

import type { MemberId, OutboxId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localMomentOf } from '../domain/local-time.js';
import { PRIORITY, REPLY_LIFETIME_MS, type Priority } from '../domain/outbox.js';
import type { Pacing } from '../domain/pacing.js';
import type { Role } from '../domain/role.js';
import type { RoomKind } from '../domain/room.js';
import type { Account } from '../storage/accounts.js';
import type { Tx } from '../storage/database.js';
import type { Member } from '../storage/members.js';
import { appendOutbox, type Target } from '../storage/outbox.js';
import type { Room } from '../storage/rooms.js';
import type { Catalogue } from './catalogue.js';

export interface Work {
  readonly tx: Tx;
  readonly now: number;
  readonly account: Account;
  readonly pacing: Pacing;
  readonly catalogue: Catalogue;
}

/** Somebody who said something, with the role that counts where it matters. */
export interface Speaker extends Member {
  readonly role: Role;
}

/** Words, or words that call the speaker by name in a room: for those who have something left to do. */
export type Reply = string | { readonly mention: string };

export interface ChatWork extends Work {
  readonly speaker: Speaker;
  /** The room in which it was said; absent in a private chat. */
  readonly chatRoom: Room | undefined;
  /** The local day in the room concerned, or in the default zone. */
  readonly today: LocalDay;
  /** When the message was sent, which is what days go by. */
  readonly sentAt: number;
  /** Asks the platform who is in this chat's room; the answer comes as an event of its own. */
  requestRoster(): void;
  /** Answers where the question was asked. */
  say(reply: Reply): Promise<void>;
}

export interface RoomWork extends Work {
  readonly room: Room;
  readonly today: LocalDay;
}

/** A reply goes before all else and is worthless after half an hour. */
export async function queueReply(
  work: Work,
  to: Target,
  body: string,
  mentions: readonly MemberId[] = [],
): Promise<OutboxId> {
  return appendOutbox(work.tx, {
    accountId: work.account.id,
    to,
    kind: 'reply',
    priority: PRIORITY.reply,
    started: false,
    body,
    mentions,
    notBefore: work.now,
    expiresAt: work.now + REPLY_LIFETIME_MS,
    createdAt: work.now,
  });
}

/** One item of a message that is composed when it leaves, from all items of its kind that wait for the room. */
export async function queueItem(
  work: Work,
  room: Room,
  item: { readonly kind: string; readonly value: unknown; readonly notBefore: number; readonly lifetime: number },
): Promise<void> {
  await appendOutbox(work.tx, {
    accountId: work.account.id,
    to: { roomId: room.id },
    kind: item.kind,
    priority: PRIORITY.reply,
    started: false,
    body: JSON.stringify(item.value),
    notBefore: item.notBefore,
    expiresAt: item.notBefore + item.lifetime,
    createdAt: work.now,
  });
}

export function priorityOf(kind: RoomKind | null): Priority {
  if (kind === 'staff') return PRIORITY.staff;
  return kind === 'trial' ? PRIORITY.trial : PRIORITY.paid;
}

export function todayIn(room: Room, now: number): LocalDay {
  return localMomentOf(now, room.settings.zone).day;
}
