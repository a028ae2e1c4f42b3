/** What we know, asked from the platform's side: which account a bot is, who our owner is there, what was taken in. */

import type { AccountId } from '../domain/ids.js';
import type { Tx } from './database.js';

/** The account that was last logged in as this bot. */
export async function findAccountOfBot(tx: Tx, botPlatformId: string): Promise<AccountId | undefined> {
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('platform_id', '=', botPlatformId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

export async function findOwnerPlatformId(tx: Tx, accountId: AccountId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('role_grant')
    .innerJoin('member_identity', 'member_identity.member_id', 'role_grant.member_id')
    .select('platform_id')
    .where('role', '=', 'owner')
    .where('account_id', '=', accountId)
    .orderBy('granted_at')
    .orderBy('session', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.platform_id;
}

/** Whether the message has been taken in, with all that follows from it. */
export async function hasTakenIn(tx: Tx, accountId: AccountId, messageId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('inbox')
    .select('message_id')
    .where('account_id', '=', accountId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row !== undefined;
}
