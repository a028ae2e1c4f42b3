/** Codes that are handed out, each to one person: whose a code is stands in its own row. */

import type { AccountId, CodeBatchId, CouponCodeId, MemberId, RedemptionId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { claimRows } from './lock.js';

export interface CodeBatch {
  readonly id: CodeBatchId;
  readonly name: string;
  /** The last day on which its codes hold; null for ever. */
  readonly lastDay: LocalDay | null;
}

const BATCH = ['code_batch.id', 'code_batch.name', 'code_batch.last_day as lastDay'] as const;

export interface BatchLeft extends CodeBatch {
  readonly left: number;
  readonly total: number;
}

/** The newest first, at most `limit`. */
export async function listBatches(tx: Tx, accountId: AccountId, limit: number): Promise<BatchLeft[]> {
  const rows = await tx
    .selectFrom('code_batch')
    .select(BATCH)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const batches: BatchLeft[] = [];
  for (const row of rows) batches.push({ ...row, ...(await countCodes(tx, row.id)) });
  return batches;
}

export async function countCodes(tx: Tx, id: CodeBatchId): Promise<Pick<BatchLeft, 'left' | 'total'>> {
  const { total, handed } = await tx
    .selectFrom('coupon_code')
    .select((eb) => [eb.fn.countAll<number>().as('total'), eb.fn.count<number>('member_id').as('handed')])
    .where('batch_id', '=', id)
    .executeTakeFirstOrThrow();
  return { total, left: total - handed };
}

export async function findBatch(tx: Tx, accountId: AccountId, name: string): Promise<CodeBatch | undefined> {
  return tx
    .selectFrom('code_batch')
    .select(BATCH)
    .where('account_id', '=', accountId)
    .where('name', '=', cleanText(name))
    .executeTakeFirst();
}

export async function appendBatch(
  tx: Tx,
  accountId: AccountId,
  { name, lastDay }: Omit<CodeBatch, 'id'>,
  now: number,
): Promise<CodeBatchId> {
  const row = await tx
    .insertInto('code_batch')
    .values({ account_id: accountId, name: cleanText(name), last_day: lastDay, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Returns those that were new: a code is in the account once, in whatever batch. */
export async function appendCodes(
  tx: Tx,
  accountId: AccountId,
  batchId: CodeBatchId,
  codes: readonly string[],
): Promise<CouponCodeId[]> {
  if (codes.length === 0) return [];
  const rows = await tx
    .insertInto('coupon_code')
    .values(codes.map((code) => ({ account_id: accountId, batch_id: batchId, code: cleanText(code) })))
    .onConflict((conflict) => conflict.columns(['account_id', 'code']).doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes away those that are nobody's yet, and the batch when nothing is left of it. */
export async function deleteFreeCodes(tx: Tx, batchId: CodeBatchId, ids: readonly CouponCodeId[]): Promise<void> {
  const codes = tx.deleteFrom('coupon_code').where('batch_id', '=', batchId).where('member_id', 'is', null);
  if (ids.length > 0) await codes.where('id', 'in', ids).execute();
  const rest = tx.selectFrom('coupon_code').select('coupon_code.id').where('batch_id', '=', batchId);
  const gifts = tx.selectFrom('gift').select('gift.id').where('batch_id', '=', batchId);
  await tx
    .deleteFrom('code_batch')
    .where('id', '=', batchId)
    .where(({ not, exists }) => not(exists(rest)))
    .where(({ not, exists }) => not(exists(gifts)))
    .execute();
}

export interface Receiver {
  readonly memberId: MemberId;
  /** What it was redeemed by; null for a present. */
  readonly redemptionId: RedemptionId | null;
  readonly at: number;
}

/** Gives the oldest free code of the batch to a member; undefined when there is none. Two takers never wait or collide. */
export async function takeCode(tx: Tx, batchId: CodeBatchId, to: Receiver): Promise<CouponCodeId | undefined> {
  const free = tx
    .selectFrom('coupon_code')
    .select('id')
    .where('batch_id', '=', batchId)
    .where('member_id', 'is', null)
    .orderBy('id')
    .limit(1);
  const code = await claimRows(tx, free).executeTakeFirst();
  if (code === undefined) return undefined;
  await tx
    .updateTable('coupon_code')
    .set({ member_id: to.memberId, redemption_id: to.redemptionId, handed_at: to.at })
    .where('id', '=', code.id)
    .execute();
  return code.id;
}
