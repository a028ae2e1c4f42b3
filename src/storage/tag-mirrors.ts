/** What the platform should know of tags, and what it does as far as we know. */

import type { AccountId, MemberId, OutboxId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { Flag } from './schema.js';
import { defineStatement } from './statement.js';
import type { TagHolder } from './tags.js';

export interface TagMirror extends TagHolder {
  readonly tag: string;
  readonly wanted: Flag;
  readonly mirrored: Flag;
  readonly attempts: number;
  /** Null while it is on its way, where nothing is to be done, and after it was given up. */
  readonly dueAt: number | null;
  readonly outboxId: OutboxId | null;
  readonly reason: string | null;
}

const COLUMNS = [
  'account_id as accountId',
  'member_id as memberId',
  'tag',
  'wanted',
  'mirrored',
  'attempts',
  'due_at as dueAt',
  'outbox_id as outboxId',
  'reason',
] as const;

/** Locked until the transaction ends. */
export async function findMirror(
  tx: Tx,
  { accountId, memberId }: TagHolder,
  tag: string,
): Promise<TagMirror | undefined> {
  const query = tx
    .selectFrom('tag_mirror')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('tag', '=', tag);
  return lockRows(tx, query).executeTakeFirst();
}

export async function findMirrorSentBy(tx: Tx, outboxId: OutboxId): Promise<TagMirror | undefined> {
  const query = tx.selectFrom('tag_mirror').select(COLUMNS).where('outbox_id', '=', outboxId);
  return lockRows(tx, query).executeTakeFirst();
}

export async function saveMirror(tx: Tx, mirror: TagMirror): Promise<void> {
  const { accountId, memberId, tag, wanted, mirrored, attempts, dueAt, outboxId, reason } = mirror;
  const values = { wanted, mirrored, attempts, due_at: dueAt, outbox_id: outboxId, reason };
  await tx
    .insertInto('tag_mirror')
    .values({ account_id: accountId, member_id: memberId, tag, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'member_id', 'tag']).doUpdateSet(values))
    .execute();
}

export async function listDueMirrors(tx: Tx, accountId: AccountId, now: number, limit: number): Promise<TagMirror[]> {
  return tx
    .selectFrom('tag_mirror')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('due_at', 'is not', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('member_id')
    .orderBy('tag')
    .limit(limit)
    .execute();
}

/** When the next one wants to leave; undefined when none does. */
export async function findNextMirrorAt(tx: Tx, accountId: AccountId): Promise<number | undefined> {
  return (await findNextDue.first(tx, { accountId }))?.dueAt ?? undefined;
}

const findNextDue = defineStatement((tx, p: { accountId: AccountId }) =>
  tx
    .selectFrom('tag_mirror')
    .select('due_at as dueAt')
    .where('account_id', '=', p.accountId)
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .limit(1),
);

export interface MirrorGap {
  readonly memberId: MemberId;
  readonly name: string;
  readonly tag: string;
  readonly wanted: Flag;
  readonly dueAt: number | null;
  readonly outboxId: OutboxId | null;
  readonly reason: string | null;
}

/** Where ours and the platform's differ. */
export async function listMirrorGaps(tx: Tx, accountId: AccountId): Promise<MirrorGap[]> {
  return tx
    .selectFrom('tag_mirror')
    .innerJoin('member', 'member.id', 'tag_mirror.member_id')
    .select(['member_id as memberId', 'member.name', 'tag', 'wanted', 'due_at as dueAt'])
    .select(['outbox_id as outboxId', 'reason'])
    .where('account_id', '=', accountId)
    .whereRef('wanted', '<>', 'mirrored')
    .orderBy('member_id')
    .orderBy('tag')
    .execute();
}

/** All that differ are tried again now, but for those on their way. Returns how many. */
export async function markGapsDue(tx: Tx, accountId: AccountId, now: number): Promise<number> {
  const result = await tx
    .updateTable('tag_mirror')
    .set({ due_at: now, attempts: 0 })
    .where('account_id', '=', accountId)
    .whereRef('wanted', '<>', 'mirrored')
    .where('outbox_id', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
