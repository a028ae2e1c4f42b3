/** The codes by which members prove who they are after all ids changed: one each, kept as a hash; and wrong guesses. */

import type { Tries } from '../domain/binding.js';
import type { AccountId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';

/** Replaces the member's former code. */
export async function saveBindingCode(tx: Tx, memberId: MemberId, hash: string, now: number): Promise<void> {
  const values = { hash, created_at: now };
  await tx
    .insertInto('binding_code')
    .values({ member_id: memberId, ...values })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(values))
    .execute();
}

export async function findCodeOwner(tx: Tx, hash: string): Promise<MemberId | undefined> {
  const row = await tx.selectFrom('binding_code').select('member_id').where('hash', '=', hash).executeTakeFirst();
  return row?.member_id;
}

/** Uses the code up. Returns false when it is none (any more). */
export async function deleteBindingCode(tx: Tx, hash: string): Promise<boolean> {
  const result = await tx.deleteFrom('binding_code').where('hash', '=', hash).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** A code that was handed out at that moment or later is void. */
export async function deleteCodeSince(tx: Tx, memberId: MemberId, since: number): Promise<void> {
  await tx.deleteFrom('binding_code').where('member_id', '=', memberId).where('created_at', '>=', since).execute();
}

export async function findTries(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<Tries | undefined> {
  return tx
    .selectFrom('binding_try')
    .select(['tries', 'last_at as lastAt'])
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}

export async function saveTries(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
  { tries, lastAt }: Tries,
): Promise<void> {
  const values = { tries, last_at: lastAt };
  await tx
    .insertInto('binding_try')
    .values({ account_id: accountId, member_id: memberId, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'member_id']).doUpdateSet(values))
    .execute();
}

/** Names of those who have a say in all rooms or in some, and no code yet, in the order of their grants. */
export async function listStaffWithoutCode(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('member', 'member.id', 'role_grant.member_id')
    .select(['member.id', 'member.name'])
    .where('role', 'in', ['manager', 'owner'])
    .where('member.id', 'not in', tx.selectFrom('binding_code').select('member_id'))
    .groupBy(['member.id', 'member.name'])
    .orderBy('member.id')
    .execute();
  return rows.map((row) => row.name);
}
