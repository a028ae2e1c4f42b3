/**
 * Sessions of an account: the time from one login at which all ids changed to the next. There is but one where ids stay.
 *
 * An id is looked up whatever session knew it, since the platform gives none to a second person; what is sent goes to
 * ids of the present session.
 */

import type { SelectQueryBuilder } from 'kysely';
import type { AccountId } from '../domain/ids.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';

/** The account's present session, as part of a query. */
export function sessionOf(tx: Tx, accountId: AccountId): SelectQueryBuilder<Schema, 'account', { session: number }> {
  return tx.selectFrom('account').select('account.session').where('account.id', '=', accountId);
}

/** From now on every id that was known belongs to the past. */
export async function markSessionBegun(tx: Tx, accountId: AccountId, at: number): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({ session: eb('session', '+', 1), session_at: at }))
    .where('id', '=', accountId)
    .execute();
}

export async function saveIdsStay(tx: Tx, accountId: AccountId, idsStay: boolean): Promise<void> {
  await tx
    .updateTable('account')
    .set({ ids_stay: idsStay ? 1 : 0 })
    .where('id', '=', accountId)
    .execute();
}
