/** Where a grant holds, and upon whom one may act. */

import type { RoomId } from '../../domain/ids.js';
import { rankOf } from '../../domain/role.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { Speaker } from '../../kit/work.js';
import type { Tx } from '../../storage/database.js';
import type { Member } from '../../storage/members.js';
import { ALL_ROOMS, readRole, type Scope } from '../../storage/roles.js';
import type { Room } from '../../storage/rooms.js';

/** The room it is about, unless all rooms are meant; from the staff room and private chats it is about all. */
export function scopeOf(
  room: Room | undefined,
  wanted: 'all' | 'here',
): { readonly scope: Scope; readonly topic: string | undefined } {
  if (wanted === 'all' || room === undefined) return { scope: ALL_ROOMS, topic: undefined };
  return { scope: room.id, topic: room.topic };
}

/** Nobody acts on an equal or higher role. */
export async function refuseUnlessBelow(
  tx: Tx,
  speaker: Speaker,
  target: Member,
  roomId: RoomId | undefined,
): Promise<void> {
  const held = await readRole(tx, target.id, roomId);
  if (rankOf(held) >= rankOf(speaker.role)) throw new RefusedError({ code: 'role.too_high', name: target.name });
}
