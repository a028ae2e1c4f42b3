/** Codes that are somebody's: theirs to read, and nobody else's again once they could have read them. */

import type { AccountId, CouponCodeId, MemberId, RedemptionId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';

export interface HandedCode {
  readonly id: CouponCodeId;
  readonly batch: string;
  readonly code: string;
  readonly lastDay: LocalDay | null;
  readonly shownAt: number | null;
}

/** Those that still hold, the newest first. */
export async function listCodesOf(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
  today: LocalDay,
): Promise<HandedCode[]> {
  return tx
    .selectFrom('coupon_code')
    .innerJoin('code_batch', 'code_batch.id', 'coupon_code.batch_id')
    .select(['coupon_code.id', 'code_batch.name as batch', 'code', 'last_day as lastDay', 'shown_at as shownAt'])
    .where('member_id', '=', memberId)
    .where('coupon_code.account_id', '=', accountId)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .orderBy('coupon_code.id', 'desc')
    .execute();
}

export async function markShown(tx: Tx, ids: readonly CouponCodeId[], now: number): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('coupon_code')
    .set({ shown_at: now })
    .where('id', 'in', ids)
    .where('shown_at', 'is', null)
    .execute();
}

/** Whether the code of a redemption may have been read. */
export async function wasCodeShown(tx: Tx, redemptionId: RedemptionId, memberId: MemberId): Promise<boolean> {
  const row = await tx
    .selectFrom('coupon_code')
    .select('shown_at')
    .where('member_id', '=', memberId)
    .where('redemption_id', '=', redemptionId)
    .executeTakeFirst();
  return row !== undefined && row.shown_at !== null;
}

/** Nobody's again. False for one that may have been read, which stays whose it is. */
export async function freeCode(tx: Tx, id: CouponCodeId): Promise<boolean> {
  const result = await tx
    .updateTable('coupon_code')
    .set({ member_id: null, redemption_id: null, handed_at: null })
    .where('id', '=', id)
    .where('shown_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The code of a redemption, nobody's again. False as above. */
export async function freeCodeOf(tx: Tx, redemptionId: RedemptionId, memberId: MemberId): Promise<boolean> {
  const row = await tx
    .selectFrom('coupon_code')
    .select('id')
    .where('member_id', '=', memberId)
    .where('redemption_id', '=', redemptionId)
    .executeTakeFirst();
  return row !== undefined && freeCode(tx, row.id);
}

export interface FoundCode {
  readonly batch: string;
  /** Whose it is; null while it is nobody's. */
  readonly name: string | null;
  readonly handedAt: number | null;
}

export async function findCode(tx: Tx, accountId: AccountId, code: string): Promise<FoundCode | undefined> {
  return tx
    .selectFrom('coupon_code')
    .innerJoin('code_batch', 'code_batch.id', 'coupon_code.batch_id')
    .leftJoin('member', 'member.id', 'coupon_code.member_id')
    .select(['code_batch.name as batch', 'member.name', 'handed_at as handedAt'])
    .where('coupon_code.account_id', '=', accountId)
    .where('code', '=', code)
    .executeTakeFirst();
}
