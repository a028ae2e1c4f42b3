/**
 * Fills today's slot of a room by hand, from its due time until the evening's quiet.
 *
 * The slot stays one row, so nothing that plans or sends can make two posts of it.
 */

import * as copy from '../../copy/zh-cn/post-commands.js';
import type { LocalDay } from '../../domain/local-day.js';
import { instantOf } from '../../domain/local-time.js';
import { dueMinute, LATE_AFTER_MS, type PostKind } from '../../domain/post.js';
import { mayFillSlot } from '../../domain/repost.js';
import { runsCourse, WAKING_HOURS } from '../../domain/room.js';
import type { PostWork } from '../../kit/feature.js';
import { orRefuse, present, RefusedError } from '../../kit/refused-error.js';
import { dueAt } from '../../kit/room-schedules.js';
import { type ChatWork, priorityOf, todayIn } from '../../kit/work.js';
import { appendSlot, findSlot } from '../../storage/outbox.js';
import { markPlannedByPerson } from '../../storage/post-states.js';
import type { Room } from '../../storage/rooms.js';

type FillWork = ChatWork & { readonly room: Room | undefined };

interface Slot {
  readonly kind: PostKind;
  readonly room: Room;
  readonly day: LocalDay;
  readonly late: boolean;
  readonly expiresAt: number;
}

export async function fillTodaysSlot(work: FillWork, kind: PostKind): Promise<string> {
  const slot = openSlot(work, kind);
  const { room, day } = slot;
  const known = await findSlot(work.tx, room.id, kind, day);
  if (known) orRefuse(mayFillSlot(known));
  const body = await compose(work, slot);
  const { late, expiresAt } = slot;
  const planned = known
    ? await markPlannedByPerson(work.tx, known, { body, late, notBefore: work.now, expiresAt })
    : await append(work, slot, body);
  // Somebody else was faster: the row says what became of it.
  if (!planned)
    orRefuse(mayFillSlot(present(await findSlot(work.tx, room.id, kind, day), { code: 'post.none_for_day' })));
  return copy.reposting(kind, room.topic);
}

function openSlot({ room, now }: FillWork, kind: PostKind): Slot {
  if (room === undefined)
    throw new RefusedError({ code: 'room.not_named', choices: [], example: copy.examples.repost });
  if (!runsCourse(room.kind)) throw new RefusedError({ code: 'room.not_registered' });
  const day = todayIn(room, now);
  const due = dueAt(room, kind, day);
  const expiresAt = instantOf(day, WAKING_HOURS.until, room.settings.zone);
  if (now < due) throw new RefusedError({ code: 'post.not_due', minute: dueMinute(kind, room.settings) });
  if (now >= expiresAt) throw new RefusedError({ code: 'post.too_late' });
  return { kind, room, day, late: now - due > LATE_AFTER_MS, expiresAt };
}

async function compose(work: ChatWork, { kind, room, day, late }: Slot): Promise<string> {
  const post = present(work.catalogue.findPost(kind), { code: 'post.none_for_day' });
  const slotWork: PostWork = { ...work, room, today: day, day, late };
  const draft = await post.compose(slotWork);
  if ('skip' in draft) throw new RefusedError({ code: 'post.nothing_to_send', reason: draft.skip });
  return draft.text;
}

async function append({ tx, now }: ChatWork, { room, ...slot }: Slot, body: string): Promise<boolean> {
  const id = await appendSlot(tx, {
    ...slot,
    accountId: room.accountId,
    to: { roomId: room.id },
    priority: priorityOf(room.kind),
    started: false,
    state: 'planned',
    body,
    notBefore: now,
    createdAt: now,
  });
  return id !== undefined;
}
