/** Why somebody stands on their tier: the figures, what the next one asks for, and how they came here. */

import * as copy from '../../../copy/zh-cn/tiers.js';
import { TIER_GRACE_DAYS } from '../../../domain/tier.js';
import { readOwnTier } from '../../../kit/own-tier.js';
import { defineReason } from '../../../kit/reason.js';
import { listTierSteps } from '../../../storage/tier-changes.js';
import { findTier } from '../../../storage/tiers.js';

const MOST_STEPS = 2;

export const tierReason = defineReason({
  about: 'member',
  topic: 'tier',
  words: copy.reasonWords,

  async explain({ tx, account, room, today, member, isOwn, inPublic }) {
    const own = await readOwnTier(tx, room, member.id, today);
    const since = (await findTier(tx, account.id, member.id))?.belowSince ?? null;
    const graceLeft = since === null || isOwn ? undefined : Math.max(0, TIER_GRACE_DAYS - (today - since));
    const steps = inPublic ? [] : await listTierSteps(tx, account.id, member.id, MOST_STEPS);
    return copy.whyTier({ ...own, name: member.name, graceLeft, steps }, room.settings.zone);
  },
});
