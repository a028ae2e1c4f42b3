/** What became of tags: appended, never changed. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { TagSource } from '../domain/tag.js';
import type { Tx } from './database.js';

export interface TagChange {
  readonly tag: string;
  readonly change: 'added' | 'removed';
  readonly source: TagSource | 'expired' | 'undone';
  /** The words of the rule that gave or took it. */
  readonly rule: string | null;
  readonly by: MemberId | null;
  readonly expiresAt: number | null;
  readonly at: number;
}

export async function appendTagChange(
  tx: Tx,
  { accountId, memberId }: { readonly accountId: AccountId; readonly memberId: MemberId },
  { tag, change, source, rule, by, expiresAt, at }: TagChange,
): Promise<void> {
  const values = { tag, change, source, rule, by_member_id: by, expires_at: expiresAt, at };
  await tx
    .insertInto('tag_change')
    .values({ account_id: accountId, member_id: memberId, ...values })
    .execute();
}

/** The last ones of a member and a tag, the latest first, with the name of whoever did it. */
export async function listTagChanges(
  tx: Tx,
  { accountId, memberId, tag }: { readonly accountId: AccountId; readonly memberId: MemberId; readonly tag: string },
  limit: number,
): Promise<ReadonlyArray<TagChange & { readonly byName: string | null }>> {
  return tx
    .selectFrom('tag_change')
    .leftJoin('member', 'member.id', 'tag_change.by_member_id')
    .select(['tag', 'change', 'source', 'rule', 'by_member_id as by', 'expires_at as expiresAt', 'at'])
    .select('member.name as byName')
    .where('tag_change.member_id', '=', memberId)
    .where('account_id', '=', accountId)
    .where('tag', '=', tag)
    .orderBy('tag_change.id', 'desc')
    .limit(limit)
    .execute();
}
