/** Who brought whom, by which code. Somebody is brought once; what it pays is decided later. */

import type { AccountId, MemberId, ReferralId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { ReferralState, VoidReason } from '../domain/referral.js';
import type { Tx } from './database.js';

export interface Referral {
  readonly id: ReferralId;
  readonly inviterId: MemberId;
  readonly newcomerId: MemberId;
  readonly saidAt: number;
  readonly state: ReferralState;
  readonly reason: string | null;
  /** Where it was paid. */
  readonly roomId: RoomId | null;
  readonly points: number;
  readonly earnedAt: number | null;
}

export const REFERRAL_COLUMNS = [
  'referral.id',
  'referral.inviter_id as inviterId',
  'referral.newcomer_id as newcomerId',
  'referral.said_at as saidAt',
  'referral.state',
  'referral.reason',
  'referral.room_id as roomId',
  'referral.points',
  'referral.earned_at as earnedAt',
] as const;

/** How many newcomers whom the member brought have stayed to their third day, on `sinceDay` or after. */
export async function countReferrals(tx: Tx, memberId: MemberId, sinceDay: LocalDay): Promise<number> {
  const row = await tx
    .selectFrom('referral')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('inviter_id', '=', memberId)
    .where('earned_day', '>=', sinceDay)
    .where('state', '=', 'earned')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function findReferral(tx: Tx, id: ReferralId): Promise<Referral | undefined> {
  return tx.selectFrom('referral').select(REFERRAL_COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function findReferralOf(
  tx: Tx,
  accountId: AccountId,
  newcomerId: MemberId,
): Promise<Referral | undefined> {
  return tx
    .selectFrom('referral')
    .select(REFERRAL_COLUMNS)
    .where('account_id', '=', accountId)
    .where('newcomer_id', '=', newcomerId)
    .executeTakeFirst();
}

export interface NewReferral {
  readonly inviterId: MemberId;
  readonly newcomerId: MemberId;
  readonly at: number;
  /** Why it pays nothing; null where it may. */
  readonly reason: VoidReason | null;
}

/** Of two codes that are said at once the first counts: then false. */
export async function appendReferral(
  tx: Tx,
  accountId: AccountId,
  { inviterId, newcomerId, at, reason }: NewReferral,
): Promise<boolean> {
  const row = await tx
    .insertInto('referral')
    .values({
      account_id: accountId,
      inviter_id: inviterId,
      newcomer_id: newcomerId,
      said_at: at,
      state: reason === null ? 'pending' : 'void',
      reason,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'newcomer_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whom the member brought, the latest first. */
export async function listReferralsBy(tx: Tx, accountId: AccountId, inviterId: MemberId): Promise<Referral[]> {
  return tx
    .selectFrom('referral')
    .select(REFERRAL_COLUMNS)
    .where('account_id', '=', accountId)
    .where('inviter_id', '=', inviterId)
    .orderBy('id', 'desc')
    .execute();
}

/** How many the member was paid for from `from` to `to`, days both. */
export async function countPaid(
  tx: Tx,
  inviterId: MemberId,
  { from, to }: { readonly from: LocalDay; readonly to: LocalDay },
): Promise<number> {
  const row = await tx
    .selectFrom('referral')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('inviter_id', '=', inviterId)
    .where('earned_day', '>=', from)
    .where('earned_day', '<=', to)
    .where('points', '>', 0)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Who brought the member, who brought that one, and so on; the nearest first. */
export async function listInviters(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<Referral[]> {
  const chain: Referral[] = [];
  let next: Referral | undefined = await findReferralOf(tx, accountId, memberId);
  // A ring of old would go on for ever.
  while (next !== undefined && !chain.some(({ id }) => id === next?.id)) {
    chain.push(next);
    next = await findReferralOf(tx, accountId, next.inviterId);
  }
  return chain;
}
