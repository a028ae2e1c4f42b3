/**
 * What a room is told of its activities. What a manager orders is a reply, wherever the order was given. What comes by
 * itself is started by the bot: it keeps quiet hours, has its place in the day's budget, and is held, not dropped, when
 * there is none.
 */

import type { MemberId, OutboxId } from '../domain/ids.js';
import { addDays } from '../domain/local-day.js';
import { instantOf } from '../domain/local-time.js';
import { PRIORITY } from '../domain/outbox.js';
import { saveFollowing } from '../storage/outbox-sending.js';
import { appendOutbox } from '../storage/outbox.js';
import { listRoomsOfKind, type Room } from '../storage/rooms.js';
import { earliestStart, earliestWaking } from './started-messages.js';
import { type ChatWork, priorityOf, queueReply, type Work } from './work.js';

/** Through the night and the next morning. */
const LIFETIME_MS = 36 * 60 * 60_000;

export interface Announcement {
  readonly body: string;
  /** Those whom the body calls by name. */
  readonly mentions?: readonly MemberId[];
  /** Goes right behind this one and takes no place of its own in the budget. */
  readonly follows?: OutboxId;
  /** Not worth saying afterwards; until the next day's noon when absent. */
  readonly until?: number;
}

/** Every announcement of one kind: the sender treats them alike. */
const KIND = 'activity';

export async function announce(work: Work, room: Room, announcement: Announcement): Promise<OutboxId> {
  const { body, mentions = [], follows, until } = announcement;
  const id = await appendOutbox(work.tx, {
    accountId: room.accountId,
    to: { roomId: room.id },
    kind: KIND,
    priority: priorityOf(room.kind),
    started: true,
    body,
    mentions,
    notBefore: work.now,
    expiresAt: until ?? startOfLife(work, room) + LIFETIME_MS,
    createdAt: work.now,
  });
  if (follows !== undefined) await saveFollowing(work.tx, id, follows);
  return id;
}

/** Now, or the end of the room's pause. */
function startOfLife({ now }: Work, { pausedUntil, settings }: Room): number {
  return pausedUntil === null ? now : Math.max(now, instantOf(addDays(pausedUntil, 1), 0, settings.zone));
}

/** Until when what is announced now would be held; undefined when it may leave. */
export async function heldUntil(work: Work, room: Room): Promise<number | undefined> {
  const at = await earliestStart(work, room);
  return at > work.now ? at : undefined;
}

/** Says it where the command was given, if that is the room; else in the room. True when it was said here. */
export async function sayInRoom(work: ChatWork, room: Room, body: string): Promise<boolean> {
  const here = work.chatRoom?.id === room.id;
  if (here) await queueReply(work, { roomId: room.id }, body);
  else await orderedFor(work, room, body);
  return here;
}

/** A person ordered it for the room, so it is no part of the budget, but waits until the room is awake. */
export async function orderedFor(
  work: Work,
  room: Room,
  body: string,
  { at, kind } = { at: work.now, kind: 'reply' },
): Promise<void> {
  await sayOrdered(work, room, { body, kind, notBefore: earliestWaking(room.settings, at) });
}

export interface Ordered extends Pick<Announcement, 'body' | 'mentions'> {
  readonly kind: string;
  /** At once unless told, also at night. */
  readonly notBefore?: number;
}

/** What a person ordered, where it may be said at once. */
export async function sayOrdered(work: Work, room: Room, ordered: Ordered): Promise<OutboxId> {
  const { body, kind, mentions = [], notBefore = work.now } = ordered;
  return appendOutbox(work.tx, {
    accountId: room.accountId,
    to: { roomId: room.id },
    kind,
    priority: priorityOf(room.kind),
    started: false,
    body,
    mentions,
    notBefore,
    expiresAt: notBefore + LIFETIME_MS,
    createdAt: work.now,
  });
}

export interface OpeningTold {
  readonly body: string;
  readonly elsewhere: string;
  readonly warning: string | undefined;
  /** Where some hear of it first: when the room does, as an outbox kind of its own, and what is answered until then. */
  readonly later?: { readonly at: number; readonly kind: string; readonly reply: string } | undefined;
}

/**
 * Tells the room what was opened for it. Resolves to the reply: `elsewhere`, where the order was given in another chat.
 * `warning`: for those who gave it, never for the room.
 */
export async function tellOpening(work: ChatWork, room: Room, said: OpeningTold): Promise<string | undefined> {
  const { body, elsewhere, warning, later } = said;
  if (later) {
    await orderedFor(work, room, body, later);
    return warning === undefined ? later.reply : `${later.reply}\n${warning}`;
  }
  const here = await sayInRoom(work, room, body);
  if (!here) return warning === undefined ? elsewhere : `${elsewhere}\n${warning}`;
  if (warning !== undefined)
    for (const staffRoom of await listRoomsOfKind(work.tx, work.account.id, 'staff'))
      await orderedFor(work, staffRoom, warning);
  return undefined;
}

/** Tells every staff room of the account, as the bot's own message. */
export async function tellStaffRooms(work: Work, body: string): Promise<void> {
  for (const staffRoom of await listRoomsOfKind(work.tx, work.account.id, 'staff'))
    await appendOutbox(work.tx, {
      accountId: work.account.id,
      to: { roomId: staffRoom.id },
      kind: KIND,
      priority: PRIORITY.staff,
      started: true,
      body,
      notBefore: work.now,
      expiresAt: work.now + LIFETIME_MS,
      createdAt: work.now,
    });
}
