/**
 * What a batch of messages is going to ask, told before: where every statement is a trip to another process, the first who asks
 * a question has it answered for all of them.
 */

import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { openTransactionOf } from './open-transaction.js';

/** Who speaks in which room, by the ids of the platform. */
export interface Heard {
  readonly room: string;
  readonly sender: string;
}

/**
 * To be called before anything of a batch is asked. From then on rows of the hot path wait to be written together. A transaction
 * that runs again because a step of it failed goes step by step.
 */
export function readAhead(tx: Tx, accountId: AccountId, heard: readonly Heard[]): void {
  const { held, guarded } = openTransactionOf(tx);
  if (!held || guarded || heard.length === 0) return;
  held.batch = { accountId, heard: JSON.stringify(heard), size: heard.length };
}

/** Our ids of the rooms, for PostgreSQL alone. */
export function heardRoomIds(tx: Tx, batch: Batch) {
  return tx
    .selectFrom('room_identity')
    .select('room_id')
    .where('account_id', '=', batch.accountId)
    .where('platform_id', 'in', tx.selectFrom(heardIn(tx, batch)).select('heard.room'));
}

/** True where a statement is a trip to another process. */
export function isTrip(tx: Tx): boolean {
  return openTransactionOf(tx).held !== undefined;
}

/** As the table `heard`, for PostgreSQL alone. */
export function heardIn(tx: Tx, { heard, size }: Batch) {
  const rows = sql<Heard>`json_to_recordset(cast(${heard} as json))`.as<'one'>(sql`one(room text, sender text)`);
  // The planner takes any JSON for a hundred rows; the limit tells it how many these are.
  return tx.selectFrom(rows).selectAll().limit(size).as('heard');
}
