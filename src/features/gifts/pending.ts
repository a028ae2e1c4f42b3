/** The list of what has to be handed out. Addresses are told to staff alone, by a message that is forgotten earlier than others. */

import * as copy from '../../copy/zh-cn/gifts.js';
import { withoutTurns } from '../../domain/display-name.js';
import { PRIORITY, REPLY_LIFETIME_MS } from '../../domain/outbox.js';
import { isPublic } from '../../kit/public-place.js';
import type { ChatWork } from '../../kit/work.js';
import { appendOutbox } from '../../storage/outbox.js';
import type { Room } from '../../storage/rooms.js';
import { listPending } from '../../storage/shown-redemptions.js';

/** Of a room, or of all rooms where none is meant. Resolves to the reply, unless it was queued for its addresses. */
export async function sayPending(work: ChatWork, room: Room | undefined): Promise<string | undefined> {
  const pending = await listPending(work.tx, work.account.id, room?.kind === 'staff' ? undefined : room?.id);
  if (isPublic(work.chatRoom) || !pending.some(({ address }) => address !== null)) {
    return copy.pendingList(pending, false);
  }
  await queueAddresses(work, copy.pendingList(pending, true));
  return undefined;
}

/** Housekeeping knows it by its kind. */
async function queueAddresses({ tx, now, account, chatRoom, speaker }: ChatWork, body: string): Promise<void> {
  await appendOutbox(tx, {
    accountId: account.id,
    to: chatRoom === undefined ? { memberId: speaker.id } : { roomId: chatRoom.id },
    kind: 'addresses',
    priority: PRIORITY.reply,
    started: false,
    body: withoutTurns(body),
    notBefore: now,
    expiresAt: now + REPLY_LIFETIME_MS,
    createdAt: now,
  });
}
