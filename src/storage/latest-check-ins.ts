/** The latest check-ins of a room: the members' last ones, and those before them that came since. */

import { sql } from 'kysely';
import type { CheckInId, MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface LatestCheckIn {
  readonly id: CheckInId;
  readonly memberId: MemberId;
  /** The name used in the room. */
  readonly name: string;
  readonly day: LocalDay;
  /** How many of the member's check-ins are for later days. */
  readonly followers: number;
  /** As the member's last check-in has left them. */
  readonly standing: { readonly streak: number; readonly total: number };
}

/**
 * Those that came with the id `since` or later, in the order in which they came. Not among them: those for days before
 * one that came earlier, which the chain of a member's days hides.
 */
export async function listLatestCheckIns(
  tx: Tx,
  roomId: RoomId,
  since: CheckInId,
  limit: number,
): Promise<LatestCheckIn[]> {
  const rows = await listSince.all(tx, { roomId, since, limit });
  return rows.map(({ streak, total, ...row }) => ({ ...row, standing: { streak, total } }));
}

const listSince = defineStatement((tx, p: { roomId: RoomId; since: CheckInId; limit: number }) =>
  chainsSince(tx, p.roomId, p.since)
    .innerJoin('membership', (join) =>
      join.on('membership.room_id', '=', p.roomId).onRef('membership.member_id', '=', 'chain.member_id'),
    )
    .select(['chain.id', 'chain.day', 'chain.followers', 'chain.member_id as memberId', 'membership.name'])
    .select(['membership.streak', 'membership.total'])
    .orderBy('chain.id')
    .limit(p.limit),
);

/** From each member's last check-in back to the first that is older. */
function chainsSince(tx: Tx, roomId: RoomId, since: CheckInId) {
  const chains = tx.withRecursive('chain', (db) =>
    db
      .selectFrom('membership')
      .innerJoin('check_in', 'check_in.id', 'membership.last_check_in_id')
      .select(['check_in.id', 'check_in.previous_id', 'check_in.day', 'membership.member_id'])
      .select(sql.lit(0).as('followers'))
      .where('membership.room_id', '=', roomId)
      .where('membership.last_check_in_id', '>=', since)
      .unionAll(
        db
          .selectFrom('chain')
          .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
          .select(['one.id', 'one.previous_id', 'one.day', 'chain.member_id'])
          .select((eb) => eb('chain.followers', '+', sql.lit(1)).as('followers'))
          .where('chain.previous_id', '>=', since),
      ),
  );
  return chains.selectFrom('chain');
}
