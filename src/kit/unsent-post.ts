/** Tells a post's feature that a slot with words in it will not be sent, so that a person hears of it. */

import type { Logger } from 'pino';
import { isSlotKind, postKindOf } from '../domain/post.js';
import { inStep } from '../storage/database.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { isUnavailable } from '../storage/retry.js';
import { readRoom } from '../storage/rooms.js';
import type { Work } from './work.js';

/** Of anything but a slot nothing is told, and so never of what was told. The slot stays ended if nobody could be. */
export async function tellOfUnsent(work: Work, message: OutboxMessage, reason: string, log: Logger): Promise<void> {
  const { id, kind, day, roomId, late, picture } = message;
  if (!isSlotKind(kind) || day === null || roomId === null) return;
  const post = work.catalogue.findPost(postKindOf(kind));
  const room = await readRoom(work.tx, roomId);
  const tell = async (): Promise<void> =>
    post?.unsent?.({ ...work, room, today: day, day, late }, { kind, id, reason, picture });
  await inStep(work.tx, tell, (error) => {
    if (isUnavailable(error)) throw error;
    log.error({ err: error, kind, roomId }, 'a post that was not sent could not be told');
  });
}
