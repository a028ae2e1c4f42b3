/** Offers a gift, or offers it no longer; what was redeemed before is handed out all the same. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { markListed } from '../../../storage/gifts.js';
import { findOrdered, type RunGiftOrder } from '../gift-order-work.js';

export const listGift: RunGiftOrder = async (work, order) => {
  const gift = await findOrdered(work, order);
  await work.changes.watch('gift', { id: gift.id }, ['listed']);
  await markListed(work.tx, gift.id, true);
  return copy.giftListed(gift.name);
};

export const unlistGift: RunGiftOrder = async (work, order) => {
  const gift = await findOrdered(work, order);
  await work.changes.watch('gift', { id: gift.id }, ['listed']);
  await markListed(work.tx, gift.id, false);
  return copy.giftUnlisted(gift.name);
};
