/** Whether those whom a list of members shows for the first time came just now. */

import { findRegisteredAt } from '../storage/room-marks.js';
import type { Room } from '../storage/rooms.js';
import type { Work } from './work.js';

/**
 * After a login that changed all ids nobody in a list is known, and nobody has come: until they are recognised, only who is
 * seen joining is a newcomer, and everybody in rooms that were registered since.
 */
export async function listShowsNewcomers({ tx, account }: Work, room: Room): Promise<boolean> {
  if (account.sessionAt === null) return true;
  const registeredAt = await findRegisteredAt(tx, room.id);
  return registeredAt !== undefined && registeredAt > account.sessionAt;
}
