/**
 * Fills today's slot of a room by hand, from its due time until the evening's quiet.
 *
 * The slot stays one row, so nothing that plans or sends can make two posts of it.
 */

import * as copy from '../../copy/zh-cn/post-commands.js';
import type { OutboxId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { instantOf } from '../../domain/local-time.js';
import { dueMinute, LATE_AFTER_MS, type PostKind } from '../../domain/post.js';
import { mayFillSlot } from '../../domain/repost.js';
import { runsCourse, WAKING_HOURS } from '../../domain/room.js';
import type { ComposedPost, PostWork } from '../../kit/post.js';
import { orRefuse, present, RefusedError } from '../../kit/refused-error.js';
import { dueAt } from '../../kit/room-schedules.js';
import { whichRoom } from '../../kit/which-room.js';
import { type ChatWork, priorityOf, todayIn } from '../../kit/work.js';
import type { OutboxMessage } from '../../storage/outbox-message.js';
import { markPlannedByPerson } from '../../storage/post-states.js';
import type { Room } from '../../storage/rooms.js';
import { appendSlot, findSlot, type SlotDraft } from '../../storage/slots.js';
import { fillPictureSlot } from './following-picture.js';

type FillWork = ChatWork & { readonly room: Room | undefined };

interface Slot {
  readonly kind: PostKind;
  readonly room: Room;
  readonly day: LocalDay;
  readonly late: boolean;
  readonly expiresAt: number;
}

export async function fillTodaysSlot(work: FillWork, kind: PostKind): Promise<string> {
  if (work.room === undefined) throw await whichRoom(work, { allow: 'manager', example: copy.repostExample(kind) });
  const slot = openSlot(work.room, kind, work.now);
  const { room, day } = slot;
  const known = await findSlot(work.tx, room.id, kind, day);
  if (known) orRefuse(mayFillSlot(known));
  const composed = await compose(work, slot);
  const words = toDraft(work, slot, composed);
  const id = known ? await planAgain(work, known, words) : await appendSlot(work.tx, words);
  if (id !== undefined) await fillPictureSlot(work, words, id, composed.picture);
  // Somebody else was faster: the row says what became of it.
  else orRefuse(mayFillSlot(present(await findSlot(work.tx, room.id, kind, day), { code: 'post.none_for_day' })));
  return copy.reposting(kind, room.topic);
}

function openSlot(room: Room, kind: PostKind, now: number): Slot {
  if (!runsCourse(room.kind)) throw new RefusedError({ code: 'room.not_registered' });
  const day = todayIn(room, now);
  const due = dueAt(room, kind, day);
  const expiresAt = instantOf(day, WAKING_HOURS.until, room.settings.zone);
  if (now < due) throw new RefusedError({ code: 'post.not_due', minute: dueMinute(kind, room.settings) });
  if (now >= expiresAt) throw new RefusedError({ code: 'post.too_late' });
  return { kind, room, day, late: now - due > LATE_AFTER_MS, expiresAt };
}

async function compose(work: ChatWork, { kind, room, day, late }: Slot): Promise<ComposedPost> {
  const found = work.catalogue.findPost(kind);
  const post = present(found?.isOwedTo(room) ? found : undefined, { code: 'post.none_for_day' });
  const slotWork: PostWork = { ...work, room, today: day, day, late };
  const draft = await post.compose(slotWork);
  if ('skip' in draft) throw new RefusedError({ code: 'post.nothing_to_send', reason: draft.skip });
  return draft;
}

async function planAgain({ tx }: ChatWork, known: OutboxMessage, words: SlotDraft): Promise<OutboxId | undefined> {
  return (await markPlannedByPerson(tx, known, words)) ? known.id : undefined;
}

function toDraft({ now }: ChatWork, { room, ...slot }: Slot, { text, graphic }: ComposedPost) {
  return {
    ...slot,
    accountId: room.accountId,
    to: { roomId: room.id },
    priority: priorityOf(room.kind),
    started: false,
    state: 'planned',
    body: text,
    graphic: graphic ?? null,
    notBefore: now,
    createdAt: now,
  } as const;
}
