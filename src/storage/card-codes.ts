/** Codes that are good for a card, in batches. Only their hashes are kept, and whose each became stands in its row. */

import type { CardKind } from '../domain/card-kind.js';
import type { AccountId, CardCodeBatchId, CourseId, MemberId, OrderId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { inSlices } from './slices.js';

export interface CardCodeBatch {
  readonly id: CardCodeBatchId;
  readonly courseId: CourseId;
  readonly kind: CardKind;
  /** The last day on which its codes hold; null for ever. */
  readonly lastDay: LocalDay | null;
  readonly revokedAt: number | null;
}

const BATCH = [
  'card_code_batch.id',
  'card_code_batch.course_id as courseId',
  'card_code_batch.kind',
  'card_code_batch.last_day as lastDay',
  'card_code_batch.revoked_at as revokedAt',
] as const;

interface NewBatch extends Pick<CardCodeBatch, 'courseId' | 'kind' | 'lastDay'> {
  readonly by: MemberId;
  readonly at: number;
  readonly hashes: readonly string[];
}

export async function appendCardCodes(
  tx: Tx,
  accountId: AccountId,
  { courseId, kind, lastDay, by, at, hashes }: NewBatch,
): Promise<CardCodeBatchId> {
  const { id } = await tx
    .insertInto('card_code_batch')
    .values({ account_id: accountId, course_id: courseId, kind, last_day: lastDay, by_member_id: by, at })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const some of inSlices(hashes)) {
    const rows = some.map((hash) => ({ hash, batch_id: id }));
    await tx.insertInto('card_code').values(rows).execute();
  }
  return id;
}

export interface ShownBatch extends CardCodeBatch {
  readonly course: string;
  readonly codes: number;
  readonly used: number;
}

/** The newest first. */
export async function listCardCodeBatches(tx: Tx, accountId: AccountId, limit: number): Promise<ShownBatch[]> {
  return tx
    .selectFrom('card_code_batch')
    .innerJoin('course', 'course.id', 'card_code_batch.course_id')
    .innerJoin('card_code', 'card_code.batch_id', 'card_code_batch.id')
    .select([...BATCH, 'course.name as course'])
    .select((eb) => [eb.fn.countAll<number>().as('codes'), eb.fn.count<number>('card_code.used_at').as('used')])
    .where('card_code_batch.account_id', '=', accountId)
    .groupBy(['card_code_batch.id', 'course.name'])
    .orderBy('card_code_batch.id', 'desc')
    .limit(limit)
    .execute();
}

export async function findCardCodeBatch(tx: Tx, accountId: AccountId, id: number): Promise<CardCodeBatch | undefined> {
  return tx
    .selectFrom('card_code_batch')
    .select(BATCH)
    .where('account_id', '=', accountId)
    .where('id', '=', id as CardCodeBatchId)
    .executeTakeFirst();
}

/** None of its codes that were not used holds any longer. */
export async function markBatchRevoked(tx: Tx, id: CardCodeBatchId, at: number): Promise<void> {
  await tx.updateTable('card_code_batch').set({ revoked_at: at }).where('id', '=', id).execute();
}

export interface SaidCode {
  readonly hash: string;
  readonly memberId: MemberId;
  readonly today: LocalDay;
  readonly at: number;
}

/**
 * Uses the code up, unless it is none, was used, is kept for another, or holds no longer. Of two who use it at once one waits
 * for the other, and then gets nothing.
 */
export async function takeCardCode(
  tx: Tx,
  accountId: AccountId,
  { hash, memberId, today, at }: SaidCode,
): Promise<CardCodeBatch | undefined> {
  const keptForOthers = tx.selectFrom('kept_code').select('hash').where('member_id', '!=', memberId);
  const taken = await tx
    .updateTable('card_code')
    .set({ used_at: at })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('batch_id', 'in', holdingBatches(tx, accountId, today))
    .where('hash', 'not in', keptForOthers.where('hash', '=', hash))
    .returning('batch_id')
    .executeTakeFirst();
  return taken && findCardCodeBatch(tx, accountId, taken.batch_id);
}

/** From now on it is good for this member alone. Undefined where it is good for nobody, or was kept before. */
export async function keepCardCode(
  tx: Tx,
  accountId: AccountId,
  { hash, memberId, today, at }: SaidCode,
): Promise<CardCodeBatch | undefined> {
  const code = await tx
    .selectFrom('card_code')
    .select('batch_id')
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('batch_id', 'in', holdingBatches(tx, accountId, today))
    .executeTakeFirst();
  if (code === undefined) return undefined;
  const kept = await tx
    .insertInto('kept_code')
    .values({ hash, member_id: memberId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n ? findCardCodeBatch(tx, accountId, code.batch_id) : undefined;
}

function holdingBatches(tx: Tx, accountId: AccountId, today: LocalDay) {
  return tx
    .selectFrom('card_code_batch')
    .select('card_code_batch.id')
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]));
}

export async function saveCodeOrder(tx: Tx, hash: string, orderId: OrderId): Promise<void> {
  await tx.updateTable('card_code').set({ order_id: orderId }).where('hash', '=', hash).execute();
}
