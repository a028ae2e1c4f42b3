/** Openings that a room has yet to hear, because some hear of them first. */

import type { RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';

/** What was called off meanwhile is not announced any more. */
export async function markOpeningWithdrawn(tx: Tx, roomId: RoomId, kind: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'skipped', reason: 'cancelled' })
    .where('room_id', '=', roomId)
    .where('kind', '=', kind)
    .where('state', '=', 'planned')
    .execute();
}
