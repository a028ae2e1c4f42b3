/** Who has which tag. One that has expired is not read, whether or not its row says so yet. */

import type { AccountId, MemberId, TagRuleId } from '../domain/ids.js';
import type { TagRemoval, TagSource, TagState } from '../domain/tag.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface TagHolder {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
}

export interface MemberTag extends TagState {
  readonly tag: string;
  readonly sinceAt: number;
  readonly by: MemberId | null;
  readonly ruleId: TagRuleId | null;
}

const COLUMNS = [
  'tag',
  'source',
  'since_at as sinceAt',
  'expires_at as expiresAt',
  'by_member_id as by',
  'rule_id as ruleId',
  'removed_at as removedAt',
  'removed_by as removedBy',
] as const;

/** Held or removed; locked until the transaction ends. */
export async function findMemberTag(
  tx: Tx,
  { accountId, memberId }: TagHolder,
  tag: string,
): Promise<MemberTag | undefined> {
  const query = tx
    .selectFrom('member_tag')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('tag', '=', tag);
  return lockRows(tx, query).executeTakeFirst();
}

export async function hasTag(tx: Tx, { accountId, memberId }: TagHolder, tag: string, now: number): Promise<boolean> {
  const row = await tx
    .selectFrom('member_tag')
    .select('tag')
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('tag', '=', tag)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Those that hold, the oldest first. */
export async function listTagsOf(tx: Tx, { accountId, memberId }: TagHolder, now: number): Promise<MemberTag[]> {
  return tx
    .selectFrom('member_tag')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .orderBy('since_at')
    .orderBy('tag')
    .execute();
}

export interface NewMemberTag extends TagHolder {
  readonly tag: string;
  readonly source: TagSource;
  readonly sinceAt: number;
  readonly expiresAt: number | null;
  readonly by: MemberId | null;
  readonly ruleId: TagRuleId | null;
}

/** Takes the place of what the row said before. */
export async function saveMemberTag(tx: Tx, given: NewMemberTag): Promise<void> {
  const values = {
    source: given.source,
    since_at: given.sinceAt,
    expires_at: given.expiresAt,
    by_member_id: given.by,
    rule_id: given.ruleId,
    removed_at: null,
    removed_by: null,
  };
  await tx
    .insertInto('member_tag')
    .values({ account_id: given.accountId, member_id: given.memberId, tag: cleanText(given.tag), ...values })
    .onConflict((conflict) => conflict.columns(['member_id', 'account_id', 'tag']).doUpdateSet(values))
    .execute();
}

export async function markTagRemoved(
  tx: Tx,
  { accountId, memberId }: TagHolder,
  tag: string,
  removal: { readonly by: TagRemoval; readonly at: number },
): Promise<void> {
  await tx
    .updateTable('member_tag')
    .set({ removed_at: removal.at, removed_by: removal.by })
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('tag', '=', tag)
    .execute();
}
