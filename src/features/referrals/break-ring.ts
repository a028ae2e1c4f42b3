/** Of a ring nobody is paid: what was pending is void, and what was paid is taken back. */

import type { MemberId } from '../../domain/ids.js';
import type { Work } from '../../kit/work.js';
import type { Referral } from '../../storage/referrals.js';
import { markVoid } from '../../storage/settled-referrals.js';
import { takeBack } from './take-back.js';

/** `above`: from the inviter on upwards; the ring ends with the link that the newcomer made as an inviter. */
export async function breakRing(work: Work, above: readonly Referral[], newcomerId: MemberId): Promise<void> {
  const end = above.findIndex(({ inviterId }) => inviterId === newcomerId);
  for (const link of above.slice(0, end + 1)) {
    if (link.state === 'pending') await markVoid(work.tx, link.id, 'ring');
    if (link.state === 'earned') await takeBack(work, link, 'ring');
  }
}
