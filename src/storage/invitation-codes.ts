/** Members' own codes of invitation: one each, given when it is asked for. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';

export async function findInvitationCode(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('invitation_code')
    .select('code')
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.code;
}

/** Whose it is. */
export async function findCodeOwner(tx: Tx, accountId: AccountId, code: string): Promise<MemberId | undefined> {
  const row = await tx
    .selectFrom('invitation_code')
    .select('member_id as memberId')
    .where('account_id', '=', accountId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.memberId;
}

/** False where the code is somebody's, or the member has one. */
export async function appendInvitationCode(
  tx: Tx,
  accountId: AccountId,
  { memberId, code, at }: { readonly memberId: MemberId; readonly code: string; readonly at: number },
): Promise<boolean> {
  const row = await tx
    .insertInto('invitation_code')
    .values({ account_id: accountId, member_id: memberId, code, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst();
  return row !== undefined;
}
