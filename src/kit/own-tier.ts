/** Where a member stands on the ladder, and what is missing for the next rung. */

import type { MemberId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { missingFor, placeOf, rungAt, type TierFigures } from '../domain/tier.js';
import type { Tx } from '../storage/database.js';
import type { Room } from '../storage/rooms.js';
import { readTierFigures } from '../storage/tier-figures.js';
import { findTierName } from '../storage/tiers.js';
import { readLadder } from './tiers.js';

export interface OwnTier {
  readonly tier: string;
  readonly figures: TierFigures;
  /** Undefined on the highest rung. `missing` is empty for one that is reached and was not decided upon yet. */
  readonly next: { readonly tier: string; readonly missing: Partial<TierFigures> } | undefined;
}

export async function readOwnTier(
  tx: Tx,
  { accountId }: Pick<Room, 'accountId'>,
  memberId: MemberId,
  today: LocalDay,
): Promise<OwnTier> {
  const ladder = await readLadder(tx, accountId);
  const place = placeOf(ladder, await findTierName(tx, accountId, memberId));
  const figures = await readTierFigures(tx, memberId, { accountId, today });
  const above = ladder[place + 1];
  const next = above && { tier: above.name, missing: missingFor(above, figures) };
  return { tier: rungAt(ladder, place).name, figures, next };
}
