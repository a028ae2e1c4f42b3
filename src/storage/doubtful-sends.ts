/** Messages of which it is not known, or not yet, whether they left. */

import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { OUTBOX_COLUMNS, type OutboxMessage, toMessage } from './outbox-message.js';
import { literally } from './outbox-state.js';

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
