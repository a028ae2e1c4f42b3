/** Calls a redemption off, and the other way round: stock, code and points go back, or are taken once more. */

import { decideCancel } from '../../domain/gift.js';
import type { MemberId } from '../../domain/ids.js';
import type { Role } from '../../domain/role.js';
import { dayFor } from '../../kit/day-for.js';
import { bookPoints, reversePoints } from '../../kit/points.js';
import { orRefuse, present, RefusedError } from '../../kit/refused-error.js';
import type { Work } from '../../kit/work.js';
import { takeCode } from '../../storage/coupon-codes.js';
import { lockGift, returnStock, takeStock } from '../../storage/gifts.js';
import { freeCodeOf, wasCodeShown } from '../../storage/handed-codes.js';
import { lockRedemption, markBookedAgain, markRedemption, type Redemption } from '../../storage/redemptions.js';
import { readRoom } from '../../storage/rooms.js';
import { redemptionRef } from './redeem.js';

export interface CalledOff {
  readonly by: MemberId;
  readonly role: Role;
  readonly note: string | null;
}

/** Resolves to the member's balance. Refuses what has left, what was called off, and what only its owner may call off. */
export async function cancelRedemption(work: Work, id: number, { by, role, note }: CalledOff): Promise<number> {
  const { tx, now } = work;
  const redemption = await findToChange(work, id);
  if (role === 'member' && redemption.memberId !== by) throw new RefusedError({ code: 'redemption.unknown', id });
  const gift = await lockGift(tx, redemption.giftId);
  const isCode = gift.batchId !== null;
  const codeSeen = isCode && (await wasCodeShown(tx, redemption.id, redemption.memberId));
  orRefuse(decideCancel({ ...redemption, isCode, codeSeen }, role, now));
  await markRedemption(tx, redemption.id, { state: 'cancelled', note, by, at: now });
  if (isCode) await freeCodeOf(tx, redemption.id, redemption.memberId);
  else await returnStock(tx, gift.id, redemption.quantity);
  const day = dayFor(await readRoom(tx, redemption.roomId), now);
  const back = { reason: 'redeem', ref: redemptionRef(redemption), day } as const;
  return (await reversePoints(tx, redemption, back, now)).balance;
}

/** Undoes a cancellation. Refuses when the stock or the points have gone elsewhere meanwhile. */
export async function redeemAgain(work: Work, id: number): Promise<void> {
  const { tx, now } = work;
  const redemption = await findToChange(work, id);
  if (redemption.state !== 'cancelled')
    throw new RefusedError({ code: 'redemption.not_pending', id, state: 'pending' });
  const gift = await lockGift(tx, redemption.giftId);
  const receiver = { memberId: redemption.memberId, redemptionId: redemption.id, at: now };
  const isGiven =
    gift.batchId === null
      ? await takeStock(tx, gift.id, redemption.quantity)
      : (await takeCode(tx, gift.batchId, receiver)) !== undefined;
  if (!isGiven) throw new RefusedError({ code: 'gift.sold_out', name: gift.name });
  await markBookedAgain(tx, redemption, gift.batchId === null ? 'pending' : 'fulfilled');
  const ref = redemptionRef({ id: redemption.id, bookings: redemption.bookings + 1 });
  const day = dayFor(await readRoom(tx, redemption.roomId), now);
  await bookPoints(tx, redemption, { reason: 'redeem', ref, amount: -redemption.price, day }, now);
}

async function findToChange({ tx, account }: Work, id: number): Promise<Redemption> {
  return present(await lockRedemption(tx, account.id, id), { code: 'redemption.unknown', id });
}
