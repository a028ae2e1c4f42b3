/** Redeems a gift: stock, points and the redemption in one transaction, so that none of them is ever without the others. */

import { decideRedemption, type Wish } from '../../domain/gift.js';
import type { MembershipKey, RedemptionId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { bookPoints } from '../../kit/points.js';
import { orRefuse, RefusedError } from '../../kit/refused-error.js';
import { takeCode } from '../../storage/coupon-codes.js';
import type { Tx } from '../../storage/database.js';
import { lockGift, takeStock } from '../../storage/gifts.js';
import { appendRedemption, countTaken, type Redemption } from '../../storage/redemptions.js';
import { readStanding } from '../../storage/standings.js';

export interface Redeemed {
  readonly id: RedemptionId;
  readonly price: number;
  readonly balance: number;
}

export interface Moment {
  readonly now: number;
  /** The day to which the ledger puts it. */
  readonly today: LocalDay;
}

/** Refuses what the stock, the limit or the balance does not bear. The gift is locked first, then the membership. */
export async function redeemGift(tx: Tx, key: MembershipKey, wish: Wish, { now, today }: Moment): Promise<Redeemed> {
  const { quantity } = wish;
  const gift = await lockGift(tx, wish.gift.id);
  if (!gift.listed) throw new RefusedError({ code: 'gift.unknown', name: gift.name });
  const taken = await countTaken(tx, gift.id, key.memberId);
  const { balance: held } = await readStanding(tx, key);
  const price = orRefuse(decideRedemption({ gift, quantity }, { balance: held, taken }));
  const state = gift.batchId === null ? 'pending' : 'fulfilled';
  const id = await appendRedemption(tx, { ...key, giftId: gift.id, quantity, price, state, at: now });
  const receiver = { memberId: key.memberId, redemptionId: id, at: now };
  const isGiven =
    gift.batchId === null
      ? await takeStock(tx, gift.id, quantity)
      : (await takeCode(tx, gift.batchId, receiver)) !== undefined;
  if (!isGiven) throw new RefusedError({ code: 'gift.sold_out', name: gift.name });
  const ref = redemptionRef({ id, bookings: 1 });
  const { balance } = await bookPoints(tx, key, { reason: 'redeem', ref, amount: -price, day: today }, now);
  return { id, price, balance };
}

/** What the ledger names it by: another time each time that it is paid for. */
export function redemptionRef({ id, bookings }: Pick<Redemption, 'id' | 'bookings'>): string {
  return bookings === 1 ? `redemption:${id}` : `redemption:${id}/${bookings}`;
}
