/** Where members read along: other rooms and absentees are not spoken of there. */

import type { Room } from '../storage/rooms.js';

/** `chatRoom`: where something is said; absent in a private chat. */
export function isPublic(chatRoom: Room | undefined): boolean {
  return chatRoom !== undefined && chatRoom.kind !== 'staff';
}
