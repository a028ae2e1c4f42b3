/** What a handler is given: one transaction, one moment, who spoke where, and a way to speak. */

import { effectivePacing } from '../domain/account-pacing.js';
import type { Graphic, WordedGraphic } from '../domain/graphic.js';
import type { MemberId, OutboxId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localMomentOf } from '../domain/local-time.js';
import { PRIORITY, REPLY_LIFETIME_MS, type Priority } from '../domain/outbox.js';
import type { Pacing } from '../domain/pacing.js';
import type { Role } from '../domain/role.js';
import type { RoomKind } from '../domain/room.js';
import type { PictureShelf } from '../ports/picture-shelf.js';
import type { Account } from '../storage/accounts.js';
import type { Tx } from '../storage/database.js';
import type { Member } from '../storage/members.js';
import { appendOutbox, type Target } from '../storage/outbox.js';
import type { Room } from '../storage/rooms.js';
import type { Catalogue } from './catalogue.js';
import type { Lease } from './lease.js';

export interface Work {
  readonly tx: Tx;
  readonly now: number;
  readonly account: Account;
  /** The pace that holds for the account. */
  readonly pacing: Pacing;
  /** The pace of the process, from which an account may differ. */
  readonly profile: Pacing;
  readonly catalogue: Catalogue;
  /** Those that can be posted: none where the way to WeChat takes no pictures. */
  readonly pictures: PictureShelf;
}

/** What all work of a process is done with; `pacing` is its profile. */
export interface WorkParts extends Pick<Work, 'pacing' | 'catalogue' | 'pictures'> {
  /** Absent where no other process can have the account. */
  readonly lease?: Lease;
}

/**
 * The only place that knows whether an account keeps a pace of its own. Throws a LeaseLostError when the account is
 * another process's by now.
 */
export function startWork(parts: WorkParts, tx: Tx, account: Account, now: number): Work {
  const { pacing: profile, catalogue, pictures } = parts;
  parts.lease?.check(account);
  return { tx, now, account, pacing: effectivePacing(profile, account.pacing), profile, catalogue, pictures };
}

/** Somebody who gives a command, with the role that counts in the room concerned. */
export interface Speaker extends Member {
  readonly role: Role;
}

/**
 * Words, or words that call the speaker by name in a room, for those who have something left to do; or a graphic, whose words
 * go out where it cannot be drawn.
 */
export type Reply = string | { readonly mention: string } | WordedGraphic;

export interface ChatWork extends Work {
  readonly speaker: Member;
  /** The room in which it was said; absent in a private chat. */
  readonly chatRoom: Room | undefined;
  /** The local day in the room concerned, or in the default zone. */
  readonly today: LocalDay;
  /** When the message was sent, which is what days go by. */
  readonly sentAt: number;
  readonly chat: Chat;
}

/** A list of data that somebody was handed: of what kind, and how many rows. */
export interface Export {
  readonly what: 'course' | 'roll';
  readonly rows: number;
}

/** The chat in which it was said. */
export interface Chat {
  /** Answers where the question was asked. */
  say(reply: Reply): Promise<void>;
  /** The speaker turned out to be somebody we know: what is said from now on goes to that member. */
  knowSpeakerAs(member: Member): void;
  /** The chat's room turned out to be one we know: what is said from now on goes there. */
  knowRoomAs(id: RoomId): void;
  /** The chat's room as it is known by now; undefined for a private chat. */
  roomId(): RoomId | undefined;
  /** Asks the platform who is in a room, this chat's unless told; the answer comes as an event of its own. */
  requestRoster(roomPlatformId?: string): void;
  /** Logs that the speaker was handed a list of data: of what kind, and how many rows. */
  noteExport(what: Export['what'], rows: number): void;
  /** Since when the account is online, as an instant; undefined while it is not. */
  onlineSince(): number | undefined;
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
  extras: { readonly mentions?: readonly MemberId[]; readonly graphic?: Graphic } = {},
): Promise<OutboxId> {
  return appendOutbox(work.tx, {
    accountId: work.account.id,
    to,
    kind: 'reply',
    priority: PRIORITY.reply,
    started: false,
    body,
    ...extras,
    notBefore: work.now,
    expiresAt: work.now + REPLY_LIFETIME_MS,
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
