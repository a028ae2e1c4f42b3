/** The outbox as the sender uses it: what is next, and what became of it. */

import type { AccountId, MemberId, OutboxId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { OUTBOX_COLUMNS, type OutboxMessage, toMessage } from './outbox-message.js';
import { literally } from './outbox-state.js';

/** The planned message that may leave first at `now`. */
export async function findNextToSend(tx: Tx, accountId: AccountId, now: number): Promise<OutboxMessage | undefined> {
  const query = tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('account_id', '=', accountId)
    .where('state', '=', literally('planned'))
    .where('not_before', '<=', now)
    .orderBy('priority')
    .orderBy('not_before')
    .orderBy('id')
    .limit(1);
  const row = await lockRows(tx, query).executeTakeFirst();
  return row && toMessage(row);
}

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
  await tx
    .updateTable('outbox')
    .set((eb) => ({ state: 'sending', body, sending_at: now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The message leaves as words, now and whenever it is tried again: what comes back of it is known by them. */
export async function markGraphicGivenUp(tx: Tx, id: OutboxId): Promise<void> {
  await tx.updateTable('outbox').set({ graphic: null }).where('id', '=', id).execute();
}

export async function markSent(tx: Tx, id: OutboxId, messageId: string | null, now: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: now, message_id: messageId, reason: null })
    .where('id', '=', id)
    .where('state', 'in', ['sending', 'uncertain'])
    .execute();
}

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

/** Messages in `sending`, which after a start or a lost connection have an unknown end. */
export async function listSending(tx: Tx, accountId: AccountId): Promise<OutboxMessage[]> {
  return listInState(tx, accountId, 'sending');
}

export async function listUncertain(tx: Tx, accountId: AccountId): Promise<OutboxMessage[]> {
  return listInState(tx, accountId, 'uncertain');
}

async function listInState(tx: Tx, accountId: AccountId, state: 'sending' | 'uncertain'): Promise<OutboxMessage[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('account_id', '=', accountId)
    .where('state', 'in', [literally('sending'), literally('uncertain')])
    .where('state', '=', state)
    .orderBy('id')
    .execute();
  return rows.map(toMessage);
}

/** Where a message of ours goes: a room, or else a person. */
export type OwnChat = { readonly roomId: RoomId } | { readonly roomId: null; readonly memberId: MemberId };

/** Messages to that chat whose end is unknown or still open, in the order in which they began to leave. */
export async function listDoubtfulTo(tx: Tx, accountId: AccountId, chat: OwnChat): Promise<OutboxMessage[]> {
  const query = tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('account_id', '=', accountId)
    .where('state', 'in', [literally('sending'), literally('uncertain')])
    .orderBy('sending_at')
    .orderBy('id');
  const rows =
    chat.roomId === null
      ? query.where('room_id', 'is', null).where('member_id', '=', chat.memberId)
      : query.where('room_id', '=', chat.roomId);
  return (await rows.execute()).map(toMessage);
}

/** When the next planned message may leave; undefined when nothing is planned. */
export async function findNextNotBefore(tx: Tx, accountId: AccountId): Promise<number | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('not_before').as('at'))
    .where('account_id', '=', accountId)
    .where('state', '=', literally('planned'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}
