/** Where a grant holds. */

import { ALL_ROOMS, type Scope } from '../../storage/roles.js';
import type { Room } from '../../storage/rooms.js';

/** The room it is about, unless all rooms are meant; from the staff room and private chats it is about all. */
export function scopeOf(
  room: Room | undefined,
  wanted: 'all' | 'here',
): { readonly scope: Scope; readonly topic: string | undefined } {
  if (wanted === 'all' || room === undefined) return { scope: ALL_ROOMS, topic: undefined };
  return { scope: room.id, topic: room.topic };
}
