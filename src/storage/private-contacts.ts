/** Who has spoken to the bot in private, and when the bot last wrote to them by itself. */

import type { AccountId, MemberId, OutboxId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface PrivateContact {
  /** When they first spoke. */
  readonly since: number;
  readonly toldAt: number | null;
}

/** From the first time on. */
export async function notePrivateWord(tx: Tx, accountId: AccountId, memberId: MemberId, now: number): Promise<void> {
  await tx
    .insertInto('private_contact')
    .values({ account_id: accountId, member_id: memberId, since: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'member_id']).doNothing())
    .execute();
}

/** Held until the transaction ends. */
export async function lockPrivateContact(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
): Promise<PrivateContact | undefined> {
  const query = tx
    .selectFrom('private_contact')
    .select(['since', 'told_at as toldAt'])
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId);
  return lockRows(tx, query).executeTakeFirst();
}

export async function markTold(tx: Tx, accountId: AccountId, memberId: MemberId, now: number): Promise<void> {
  await tx
    .updateTable('private_contact')
    .set({ told_at: now })
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .execute();
}

/** What was to be said has never left: it is as if nobody had been written to. */
export async function markUntold(tx: Tx, id: OutboxId): Promise<void> {
  const message = tx.selectFrom('outbox').where('id', '=', id);
  await tx
    .updateTable('private_contact')
    .set({ told_at: null })
    .where('account_id', '=', message.select('account_id'))
    .where('member_id', '=', message.select('member_id').$castTo<{ member_id: MemberId }>())
    .where('told_at', '=', message.select('created_at'))
    .execute();
}
