/** Platforms that turned out to know no tags. */

import type { AccountId } from '../domain/ids.js';
import type { Tx } from './database.js';

/** The platform knows no tags: nothing is to leave any more. Returns false when that was known. */
export async function markUnsupported(tx: Tx, accountId: AccountId, now: number): Promise<boolean> {
  const result = await tx
    .insertInto('tag_platform')
    .values({ account_id: accountId, unsupported_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await tx.updateTable('tag_mirror').set({ due_at: null }).where('account_id', '=', accountId).execute();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Since when it is known that the platform knows no tags. */
export async function findUnsupportedAt(tx: Tx, accountId: AccountId): Promise<number | undefined> {
  const row = await tx
    .selectFrom('tag_platform')
    .select('unsupported_at as at')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.at;
}

export async function deleteUnsupported(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.deleteFrom('tag_platform').where('account_id', '=', accountId).execute();
}
