/**
 * What somebody may do by a role in a room, in the moment of a message. Lent power ends to the millisecond by this
 * comparison alone: no job takes it away, so none can be late.
 */

import type { MemberId } from '../domain/ids.js';
import { type Power, powersAmong } from '../domain/power.js';
import type { Tx } from '../storage/database.js';
import { isPresent } from '../storage/presence.js';
import { listHeld } from '../storage/roles.js';
import type { Room } from '../storage/rooms.js';

/**
 * `at`: when the message was sent (`ChatWork.sentAt`). The lowest first; none for members, nor for moderators who have left
 * the room.
 */
export async function powersOf(
  tx: Tx,
  memberId: MemberId,
  room: Pick<Room, 'id'>,
  at: number,
): Promise<readonly Power[]> {
  const held = await listHeld(tx, { memberId, scope: room.id, at });
  const powers = powersAmong(held);
  const isLent = held.every(({ role }) => role === 'moderator');
  return isLent && powers.length > 0 && !(await isPresent(tx, { roomId: room.id, memberId })) ? [] : powers;
}
