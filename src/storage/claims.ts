/** The claim code: whoever says it in a private chat becomes the owner, once. */

import type { MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';

export async function findOpenClaim(tx: Tx): Promise<string | undefined> {
  const row = await tx.selectFrom('claim').select('code').where('claimed_at', 'is', null).executeTakeFirst();
  return row?.code;
}

export async function isUsedClaim(tx: Tx, code: string): Promise<boolean> {
  const row = await tx
    .selectFrom('claim')
    .select('code')
    .where('code', '=', code)
    .where('claimed_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Replaces the open code, if there is one. */
export async function saveOpenClaim(tx: Tx, code: string, now: number): Promise<void> {
  await tx.deleteFrom('claim').where('claimed_at', 'is', null).execute();
  await tx
    .insertInto('claim')
    .values({ code, created_at: now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/** Uses the code up. Returns false when it is not open (any more). */
export async function useClaim(tx: Tx, code: string, memberId: MemberId, now: number): Promise<boolean> {
  const result = await tx
    .updateTable('claim')
    .set({ claimed_at: now, claimed_by: memberId })
    .where('code', '=', code)
    .where('claimed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
