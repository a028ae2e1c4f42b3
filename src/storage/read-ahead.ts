/** What a batch of messages is about, as tables for the questions that are asked for all of them. */

import { sql } from 'kysely';
import type { RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { openTransactionOf } from './open-transaction.js';

/** Who speaks in which room, by the ids of the platform. */
export interface Heard {
  readonly room: string;
  readonly sender: string;
}

/** As the table `heard`, for PostgreSQL alone. */
export function heardIn(tx: Tx, { heard, size }: Batch) {
  const rows = sql<Heard>`json_to_recordset(cast(${heard} as json))`.as<'one'>(sql`one(room text, sender text)`);
  // The planner takes any JSON for a hundred rows; the limit tells it how many these are.
  return tx.selectFrom(rows).selectAll().limit(size).as('heard');
}

/** The memberships of who speaks, for PostgreSQL alone. */
export function heardMemberships(tx: Tx, batch: Batch) {
  return tx
    .selectFrom(heardIn(tx, batch))
    .innerJoin('room_identity', 'room_identity.platform_id', 'heard.room')
    .innerJoin('member_identity', 'member_identity.platform_id', 'heard.sender')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'room_identity.room_id')
        .onRef('membership.member_id', '=', 'member_identity.member_id'),
    )
    .where('room_identity.account_id', '=', batch.accountId)
    .where('member_identity.account_id', '=', batch.accountId);
}

/** Our ids of the rooms, by which the later questions of the batch go. */
export function noteHeardRooms(tx: Tx, roomIds: readonly RoomId[]): void {
  const { held } = openTransactionOf(tx);
  if (held?.batch) held.batch.roomIds = roomIds;
}

/** Any of the rooms, to be compared with an id of ours; for PostgreSQL alone. */
export function anyHeard({ roomIds }: Batch) {
  return sql<RoomId>`any(cast(${roomIds} as bigint[]))`;
}

/** True where a statement is a trip to another process. */
export function isTrip(tx: Tx): boolean {
  return openTransactionOf(tx).held !== undefined;
}
