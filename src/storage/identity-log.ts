/** Who was recognised as whom, by whose word: appended, and taken back only by a note on the same row. */

import type { AccountId, IdentityLogId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';

export interface Recognition {
  readonly how: 'code' | 'staff' | 'new';
  readonly by: MemberId;
  readonly keptId: MemberId;
  readonly foldedId: MemberId;
  /** JSON: what it takes to take it back; empty once that is past. */
  readonly details: string;
  readonly at: number;
}

export interface LoggedRecognition extends Recognition {
  readonly undoneAt: number | null;
}

export async function appendRecognition(
  tx: Tx,
  accountId: AccountId,
  { how, by, keptId, foldedId, details, at }: Recognition,
): Promise<IdentityLogId> {
  const row = await tx
    .insertInto('identity_log')
    .values({ account_id: accountId, how, by_member_id: by, kept_id: keptId, folded_id: foldedId, details, at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findRecognition(
  tx: Tx,
  accountId: AccountId,
  id: IdentityLogId,
): Promise<LoggedRecognition | undefined> {
  const row = await tx
    .selectFrom('identity_log')
    .select(['how', 'by_member_id as by', 'details', 'at', 'undone_at as undoneAt'])
    .select(['kept_id as keptId', 'folded_id as foldedId'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.how === 'room') return undefined;
  return { ...row, how: row.how, keptId: row.keptId as MemberId, foldedId: row.foldedId as MemberId };
}

/** Who somebody turned out to be; themself where nobody said otherwise. */
export async function findKept(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<MemberId> {
  const row = await tx
    .selectFrom('identity_log')
    .select('kept_id as keptId')
    .where('account_id', '=', accountId)
    .where('folded_id', '=', memberId)
    .where('how', 'in', ['code', 'staff'])
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.keptId as MemberId | undefined) ?? memberId;
}

export async function markUndone(tx: Tx, id: IdentityLogId, by: MemberId, at: number): Promise<void> {
  await tx.updateTable('identity_log').set({ undone_by: by, undone_at: at }).where('id', '=', id).execute();
}
