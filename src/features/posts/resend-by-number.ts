/** Sends a message again that ended badly, or in an unknown way, because a person looked and says so. */

import * as copy from '../../copy/zh-cn/post-commands.js';
import type { OutboxId } from '../../domain/ids.js';
import { localMomentOf } from '../../domain/local-time.js';
import { REPLY_LIFETIME_MS } from '../../domain/outbox.js';
import { mayResend } from '../../domain/repost.js';
import { mayActAs } from '../../domain/role.js';
import { isWaking } from '../../domain/room.js';
import { orRefuse, present, RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { readMember } from '../../storage/members.js';
import type { OutboxMessage } from '../../storage/outbox.js';
import { findAccountOutbox, markPlannedByPerson } from '../../storage/post-states.js';
import { readRole } from '../../storage/roles.js';
import { readRoom } from '../../storage/rooms.js';

export async function resendByNumber(work: ChatWork, id: OutboxId): Promise<string> {
  const message = await readOwnMessage(work, id);
  orRefuse(mayResend(message));
  await refuseAtNight(work, message);
  const { body, late } = message;
  const again = { body, late, notBefore: work.now, expiresAt: work.now + REPLY_LIFETIME_MS };
  if (!(await markPlannedByPerson(work.tx, message, again))) throw new RefusedError({ code: 'post.waiting', id });
  return copy.resending(id, await placeOf(work, message));
}

/** Of this account, in a room where the speaker may: anything else does not exist for them. */
async function readOwnMessage({ tx, account, speaker }: ChatWork, id: OutboxId): Promise<OutboxMessage> {
  const message = present(await findAccountOutbox(tx, account.id, id), { code: 'post.unknown', id });
  const role = await readRole(tx, speaker.id, message.roomId ?? undefined);
  if (!mayActAs(role, 'manager')) throw new RefusedError({ code: 'post.unknown', id });
  return message;
}

/** What speaks to a whole room unasked keeps the quiet hours, whoever wants it. */
async function refuseAtNight({ tx, now }: ChatWork, { roomId, day, started }: OutboxMessage): Promise<void> {
  if (roomId === null || (day === null && !started)) return;
  const { settings } = await readRoom(tx, roomId);
  if (!isWaking(localMomentOf(now, settings.zone).minute)) throw new RefusedError({ code: 'post.too_late' });
}

async function placeOf({ tx }: ChatWork, { roomId, memberId }: OutboxMessage): Promise<string> {
  if (roomId !== null) return (await readRoom(tx, roomId)).topic;
  return memberId === null ? '' : (await readMember(tx, memberId)).name;
}
