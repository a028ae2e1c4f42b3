/** How members came to their tiers: appended, never changed. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { TierChangeCause, TierFigures } from '../domain/tier.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface TierStep {
  readonly from: string;
  readonly to: string;
  readonly how: TierChangeCause;
  readonly by: MemberId | null;
  /** Empty where none was given. */
  readonly reason: string;
  /** As they were; null where nobody looked at them. */
  readonly figures: TierFigures | null;
  readonly at: number;
}

export async function appendTierStep(
  tx: Tx,
  { accountId, memberId }: { readonly accountId: AccountId; readonly memberId: MemberId },
  { from, to, how, by, reason, figures, at }: TierStep,
): Promise<void> {
  await tx
    .insertInto('tier_change')
    .values({
      account_id: accountId,
      member_id: memberId,
      from_tier: from,
      to_tier: to,
      how,
      by_member_id: by,
      reason: cleanText(reason),
      figures: figures === null ? null : JSON.stringify(figures),
      at,
    })
    .execute();
}

/** The last ones, the latest first, with the name of whoever did it. */
export async function listTierSteps(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
  limit: number,
): Promise<ReadonlyArray<Omit<TierStep, 'figures'> & { readonly byName: string | null }>> {
  return tx
    .selectFrom('tier_change')
    .leftJoin('member', 'member.id', 'tier_change.by_member_id')
    .select([
      'from_tier as from',
      'to_tier as to',
      'how',
      'by_member_id as by',
      'reason',
      'at',
      'member.name as byName',
    ])
    .where('tier_change.member_id', '=', memberId)
    .where('account_id', '=', accountId)
    .orderBy('tier_change.id', 'desc')
    .limit(limit)
    .execute();
}
