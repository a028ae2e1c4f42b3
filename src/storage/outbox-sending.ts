/** The outbox as the sender uses it: what is next, and what became of it. */

import type { AccountId, OutboxId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { OUTBOX_COLUMNS, type OutboxMessage, toMessage } from './outbox-message.js';
import { literally } from './outbox-state.js';
import { defineStatement } from './statement.js';

/** The planned message that may leave first at `now`. */
export async function findNextToSend(tx: Tx, accountId: AccountId, now: number): Promise<OutboxMessage | undefined> {
  const row = await lockNext.first(tx, { accountId, now });
  return row && toMessage(row);
}

const lockNext = defineStatement((tx, p: { accountId: AccountId; now: number }) => {
  const query = tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('account_id', '=', p.accountId)
    .where('state', '=', literally('planned'))
    .where('not_before', '<=', p.now)
    .orderBy('priority')
    .orderBy('not_before')
    .orderBy('id')
    .limit(1);
  return lockRows(tx, query);
});

/** What is collected for the room may not leave before `notBefore`. */
export async function postponeToMerge(tx: Tx, roomId: RoomId, kind: string, notBefore: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ not_before: notBefore })
    .where('room_id', '=', roomId)
    .where('kind', '=', kind)
    .where('state', '=', literally('planned'))
    .where('sending_at', 'is', null)
    .execute();
}

export async function markSending(tx: Tx, id: OutboxId, body: string, now: number): Promise<void> {
  await setSending.run(tx, { id, body, now });
}

const setSending = defineStatement((tx, p: { id: OutboxId; body: string; now: number }) =>
  tx
    .updateTable('outbox')
    .set((eb) => ({ state: 'sending', body: p.body, sending_at: p.now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', p.id),
);

/** The message leaves as words, now and whenever it is tried again: what comes back of it is known by them. */
export async function markGraphicGivenUp(tx: Tx, id: OutboxId): Promise<void> {
  await tx.updateTable('outbox').set({ graphic: null }).where('id', '=', id).execute();
}

export async function markSent(tx: Tx, id: OutboxId, messageId: string | null, now: number): Promise<void> {
  await setSent.run(tx, { id, messageId, now });
}

const setSent = defineStatement((tx, p: { id: OutboxId; messageId: string | null; now: number }) =>
  tx
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: p.now, message_id: p.messageId, reason: null })
    .where('id', '=', p.id)
    .where('state', 'in', ['sending', 'uncertain']),
);

/** Puts a message whose attempt surely failed back in line. `attempts` is given back when none was used up. */
export async function markPlannedAgain(
  tx: Tx,
  id: OutboxId,
  { notBefore, reason, attempts }: { readonly notBefore: number; readonly reason: string; readonly attempts: number },
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'planned', not_before: notBefore, reason, attempts })
    .where('id', '=', id)
    .where('state', '=', literally('sending'))
    .execute();
}

export async function markEnded(
  tx: Tx,
  id: OutboxId,
  state: 'uncertain' | 'failed' | 'expired' | 'skipped' | 'cancelled',
  reason: string,
): Promise<void> {
  await tx.updateTable('outbox').set({ state, reason }).where('id', '=', id).execute();
}

/** The bot may not say it before `notBefore`. */
export async function postpone(tx: Tx, ids: readonly OutboxId[], notBefore: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ not_before: notBefore })
    .where('id', 'in', ids)
    .where('state', '=', literally('planned'))
    .execute();
}

/** The message may leave behind that one, and not before it. */
export async function saveFollowing(tx: Tx, id: OutboxId, followsId: OutboxId): Promise<void> {
  await tx.updateTable('outbox').set({ follows_id: followsId }).where('id', '=', id).execute();
}

/** When the next planned message may leave; undefined when nothing is planned. */
export async function findNextNotBefore(tx: Tx, accountId: AccountId): Promise<number | undefined> {
  return (await findEarliest.first(tx, { accountId }))?.at ?? undefined;
}

const findEarliest = defineStatement((tx, p: { accountId: AccountId }) =>
  tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('not_before').as('at'))
    .where('account_id', '=', p.accountId)
    .where('state', '=', literally('planned')),
);
