/** What the bot would start if it might: the posts that wait, for a person to send by hand meanwhile. */

import type { AccountId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { OUTBOX_COLUMNS, type OutboxMessage, toMessage } from './outbox-message.js';
import { literally } from './outbox-state.js';

/** Started messages that wait, the most urgent first. */
export async function listWaitingPosts(tx: Tx, accountId: AccountId): Promise<OutboxMessage[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('account_id', '=', accountId)
    .where('state', '=', literally('planned'))
    .where('started', '=', 1)
    .orderBy('priority')
    .orderBy('id')
    .execute();
  return rows.map((row) => toMessage(row));
}

export async function countWaitingPosts(tx: Tx, accountId: AccountId): Promise<number> {
  const row = await tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('state', '=', literally('planned'))
    .where('started', '=', 1)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many posts the account's rooms are owed until then. */
export async function countDueUntil(tx: Tx, accountId: AccountId, until: number): Promise<number> {
  const row = await tx
    .selectFrom('schedule')
    .innerJoin('room', 'room.id', 'schedule.room_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'is not', null)
    .where('next_due_at', '<=', until)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A person sent it by hand, so the bot does not. Returns false when its state has changed since it was read. */
export async function markSentByPerson(tx: Tx, { id, state }: OutboxMessage, now: number): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: now, reason: 'by-hand' })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whatever waits for the pace may be looked at again at once. What failed before keeps its pause. */
export async function hasten(tx: Tx, accountId: AccountId, now: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ not_before: now })
    .where('account_id', '=', accountId)
    .where('state', '=', literally('planned'))
    .where('not_before', '>', now)
    .where('attempts', '=', 0)
    .execute();
}
