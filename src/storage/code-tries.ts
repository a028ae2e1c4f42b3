/** Wrong codes for cards that somebody tried, and for how long no more of theirs are looked at. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { CodeTries } from '../domain/redeem-code.js';
import type { Tx } from './database.js';

export async function findCodeTries(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<CodeTries | undefined> {
  return tx
    .selectFrom('card_code_try')
    .select(['tries', 'last_at as lastAt', 'locks', 'locked_until as lockedUntil'])
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}

export async function saveCodeTries(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
  { tries, lastAt, locks, lockedUntil }: CodeTries,
): Promise<void> {
  const values = { tries, last_at: lastAt, locks, locked_until: lockedUntil };
  await tx
    .insertInto('card_code_try')
    .values({ account_id: accountId, member_id: memberId, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'member_id']).doUpdateSet(values))
    .execute();
}
