/** Why a post of a room is where it is: today's by its kind, or any by its number. */

import * as copy from '../../../copy/zh-cn/reasons.js';
import type { OutboxId } from '../../../domain/ids.js';
import type { PostKind } from '../../../domain/post.js';
import { defineReason, type RoomReasonWork } from '../../../kit/reason.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { dueAt } from '../../../kit/room-schedules.js';
import { findAccountOutbox } from '../../../storage/post-states.js';
import { findSlot } from '../../../storage/slots.js';

export const post = defineReason({
  about: 'room',
  words: copy.words.post,

  async explain(work) {
    const number = /^[#＃]?(\d+)$/u.exec(work.rest)?.[1];
    return number === undefined ? explainToday(work, kindIn(work.rest)) : explainOne(work, Number(number) as OutboxId);
  },
});

function kindIn(rest: string): PostKind {
  const kind = Object.hasOwn(copy.postWords, rest) ? copy.postWords[rest] : undefined;
  return present(kind, { code: 'why.unknown', given: rest, known: copy.postNames });
}

async function explainToday({ tx, room, today }: RoomReasonWork, kind: PostKind): Promise<readonly string[]> {
  const slot = await findSlot(tx, room.id, kind, today);
  const shown = { topic: room.topic, zone: room.settings.zone, kind, day: today };
  return slot ? copy.post({ ...shown, ...slot }) : copy.postAhead({ ...shown, dueAt: dueAt(room, kind, today) });
}

/** One of another room does not exist here. */
async function explainOne({ tx, account, room }: RoomReasonWork, id: OutboxId): Promise<readonly string[]> {
  const message = await findAccountOutbox(tx, account.id, id);
  if (message?.roomId !== room.id) throw new RefusedError({ code: 'post.unknown', id });
  const { topic, settings } = room;
  return copy.post({ topic, zone: settings.zone, ...message });
}
