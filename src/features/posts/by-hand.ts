/** A post that a person sends by hand while the bot may not: its words to copy, and the note that it was done. */

import * as copy from '../../copy/zh-cn/post-commands.js';
import { maySettleByHand } from '../../domain/by-hand.js';
import type { OutboxId, RoomId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { Changes, Json } from '../../kit/changes.js';
import { orRefuse, RefusedError } from '../../kit/refused-error.js';
import { noteStarted } from '../../kit/started-messages.js';
import { type ChatWork, todayIn } from '../../kit/work.js';
import type { OutboxMessage } from '../../storage/outbox-message.js';
import { countStarted, readStartedCount } from '../../storage/room-days.js';
import { markPosted } from '../../storage/room-marks.js';
import { readRoom } from '../../storage/rooms.js';
import { markSentByPerson } from '../../storage/waiting-posts.js';
import { placeOf, readOwnMessage } from './own-message.js';

/** In two messages, so that the second one can be copied as it is. */
export async function showPost(work: ChatWork, id: OutboxId): Promise<string> {
  const post = await readPost(work, id);
  if (work.chatRoom !== undefined && work.chatRoom.kind !== 'staff')
    throw new RefusedError({ code: 'post.not_in_public', id });
  if (post.body === '') throw new RefusedError({ code: 'post.empty', id });
  const open = maySettleByHand(post).ok;
  await work.chat.say(copy.aboutPost({ ...post, place: await placeOf(work, post), open }));
  return post.body;
}

type SettleWork = ChatWork & { readonly changes: Changes };

/** It counts like any other post of the room. */
export async function settleByHand(work: SettleWork, id: OutboxId): Promise<string> {
  const post = await readPost(work, id);
  orRefuse(maySettleByHand(post));
  await work.changes.watch('outbox', { id }, ['state', 'sent_at', 'reason']);
  if (!(await markSentByPerson(work.tx, post, work.now))) throw new RefusedError({ code: 'post.waiting', id });
  await noteCounted(work, post);
  return copy.settledByHand(id, await placeOf(work, post));
}

interface Counted {
  readonly roomId: RoomId;
  readonly day: LocalDay;
  readonly started: number;
  readonly settledAt: number;
  readonly lastPostAt: number | null;
}

/** What others count on goes back by as much, for it may have gone on meanwhile. */
async function noteCounted(work: SettleWork, post: OutboxMessage & { readonly roomId: RoomId }): Promise<void> {
  const { tx, now } = work;
  const room = await readRoom(tx, post.roomId);
  const day = todayIn(room, now);
  const before = await readStartedCount(tx, room.id, day);
  await noteStarted(work, post);
  const started = (await readStartedCount(tx, room.id, day)) - before;
  work.changes.note({ roomId: room.id, day, started, settledAt: now, lastPostAt: room.lastPostAt } satisfies Counted);
}

export async function unsettle({ tx }: ChatWork, noted: Json): Promise<void> {
  const { roomId, day, started, settledAt, lastPostAt } = noted as unknown as Counted;
  await countStarted(tx, roomId, day, -started);
  if ((await readRoom(tx, roomId)).lastPostAt === settledAt) await markPosted(tx, roomId, lastPostAt);
}

/** Replies are between the bot and whoever asked. */
async function readPost(work: ChatWork, id: OutboxId): Promise<OutboxMessage & { readonly roomId: RoomId }> {
  const message = await readOwnMessage(work, id);
  const { roomId, day, started } = message;
  if (roomId === null || (day === null && !started)) throw new RefusedError({ code: 'post.unknown', id });
  return { ...message, roomId };
}
