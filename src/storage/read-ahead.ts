/** What a batch of messages is about, as tables for the questions that are asked for all of them. */

import { sql } from 'kysely';
import type { RoomId } from '../domain/ids.js';
import { arrayLiteral } from './array-literal.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { openTransactionOf } from './open-transaction.js';

/** Who speaks in which room, by the ids of the platform. */
export interface Heard {
  readonly room: string;
  readonly sender: string;
}

/** As the table `heard`, for PostgreSQL alone. */
export function heardIn({ rooms, senders }: Batch) {
  const arrays = sql<Heard>`unnest(cast(${rooms} as text[]), cast(${senders} as text[]))`;
  return arrays.as<'heard'>(sql`heard(room, sender)`);
}

/** The memberships of who speaks, for PostgreSQL alone. */
export function heardMemberships(tx: Tx, batch: Batch) {
  return tx
    .selectFrom(heardIn(batch))
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
  if (held?.batch) held.batch.roomIds = arrayLiteral(roomIds);
}

/** The rooms by our ids, each once, as the table `spoken`, for PostgreSQL alone. As a condition they are compared one by one. */
export function roomsSpokenIn({ roomIds }: Batch) {
  return sql<{ id: RoomId }>`unnest(cast(${roomIds} as bigint[]))`.as<'spoken'>(sql`spoken(id)`);
}

/** True where a statement is a trip to another process. */
export function isTrip(tx: Tx): boolean {
  return openTransactionOf(tx).held !== undefined;
}
