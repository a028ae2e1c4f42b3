/** Sends a message again that ended badly, or in an unknown way, because a person looked and says so. */

import * as copy from '../../copy/zh-cn/post-commands.js';
import type { OutboxId } from '../../domain/ids.js';
import { localMomentOf } from '../../domain/local-time.js';
import { REPLY_LIFETIME_MS } from '../../domain/outbox.js';
import { mayResend } from '../../domain/repost.js';
import { isWaking } from '../../domain/room.js';
import { orRefuse, RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import type { OutboxMessage } from '../../storage/outbox-message.js';
import { markPlannedByPerson } from '../../storage/post-states.js';
import { readRoom } from '../../storage/rooms.js';
import { resendPicture } from './following-picture.js';
import { placeOf, readOwnMessage } from './own-message.js';

export async function resendByNumber(work: ChatWork, id: OutboxId): Promise<string> {
  const message = await readOwnMessage(work, id);
  orRefuse(mayResend(message));
  await refuseAtNight(work, message);
  const { body, late } = message;
  const again = { body, late, notBefore: work.now, expiresAt: work.now + REPLY_LIFETIME_MS };
  if (!(await markPlannedByPerson(work.tx, message, again))) throw new RefusedError({ code: 'post.waiting', id });
  await resendPicture(work, message, again);
  return copy.resending(id, await placeOf(work, message));
}

/** What speaks to a whole room unasked keeps the quiet hours, whoever wants it. */
async function refuseAtNight({ tx, now }: ChatWork, { roomId, day, started }: OutboxMessage): Promise<void> {
  if (roomId === null || (day === null && !started)) return;
  const { settings } = await readRoom(tx, roomId);
  if (!isWaking(localMomentOf(now, settings.zone).minute)) throw new RefusedError({ code: 'post.too_late' });
}
