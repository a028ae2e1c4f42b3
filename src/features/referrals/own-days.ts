/** Days on which a newcomer checked in by themselves, on the day: nothing made up, nothing entered by staff. */

import type { Work } from '../../kit/work.js';
import { listCheckIns } from '../../storage/check-ins.js';
import type { Referral } from '../../storage/referrals.js';
import { listSeats } from '../../storage/seats.js';

/** In all rooms of the account, those that they have left included. */
export async function countOwnDays({ tx, account }: Work, { newcomerId }: Referral): Promise<number> {
  const days = new Set<number>();
  for (const { roomId } of await listSeats(tx, account.id, newcomerId)) {
    for (const { day, source } of await listCheckIns(tx, { roomId, memberId: newcomerId })) {
      if (source === null || source === 'chain') days.add(day);
    }
  }
  return days.size;
}
