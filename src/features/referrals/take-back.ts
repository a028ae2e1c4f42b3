/** What a referral paid is booked once, by its reference, and taken back by an entry of its own. */

import type { VoidReason } from '../../domain/referral.js';
import { reversePoints } from '../../kit/points.js';
import { todayIn, type Work } from '../../kit/work.js';
import type { Referral } from '../../storage/referrals.js';
import { readRoom } from '../../storage/rooms.js';
import { markReversed } from '../../storage/settled-referrals.js';

export function referralRef({ id }: Pick<Referral, 'id'>): string {
  return `referral:${id}`;
}

export async function takeBack(work: Work, referral: Referral, reason: VoidReason | 'withdrawn'): Promise<void> {
  const { tx, now } = work;
  const { roomId, inviterId, points } = referral;
  if (roomId !== null && points > 0) {
    const room = await readRoom(tx, roomId);
    const entry = { reason: 'referral', ref: referralRef(referral), day: todayIn(room, now) } as const;
    await reversePoints(tx, { roomId, memberId: inviterId }, { ...entry, paidElsewhere: points }, now);
  }
  await markReversed(tx, referral.id, reason);
}
