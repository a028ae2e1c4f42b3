/** Upon whom one may act (product rules, section 2). */

import type { RoomId } from '../domain/ids.js';
import { rankOf } from '../domain/role.js';
import type { Member } from '../storage/members.js';
import { readRole } from '../storage/roles.js';
import { RefusedError } from './refused-error.js';
import type { ChatWork, Speaker } from './work.js';

type ActingWork = Pick<ChatWork, 'tx' | 'sentAt'> & { readonly speaker: Speaker };

/** Nobody acts on an equal or higher role; `roomId`: where it counts. Whose time as a moderator is over is a member. */
export async function refuseUnlessBelow(
  { tx, sentAt, speaker }: ActingWork,
  target: Member,
  roomId: RoomId | undefined,
): Promise<void> {
  const held = await readRole(tx, target.id, roomId, sentAt);
  if (rankOf(held) >= rankOf(speaker.role)) throw new RefusedError({ code: 'role.too_high', name: target.name });
}
