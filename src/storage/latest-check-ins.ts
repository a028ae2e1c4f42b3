/** The members' latest check-ins in a room, as their memberships tell them. */

import type { CheckInId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';

export interface LatestCheckIn {
  readonly id: CheckInId;
  /** The name used in the room. */
  readonly name: string;
  readonly day: LocalDay;
  readonly streak: number;
  readonly total: number;
}

/** Those that came with the id `since` or later, in the order in which they came. */
export async function listLatestCheckIns(
  tx: Tx,
  roomId: RoomId,
  since: CheckInId,
  limit: number,
): Promise<LatestCheckIn[]> {
  const rows = await tx
    .selectFrom('membership')
    .select(['last_check_in_id as id', 'name', 'last_day as day', 'streak', 'total'])
    .where('room_id', '=', roomId)
    .where('last_check_in_id', '>=', since)
    .orderBy('last_check_in_id')
    .limit(limit)
    .execute();
  return rows as LatestCheckIn[];
}
