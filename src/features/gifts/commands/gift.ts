/** Gifts: shows those that there are, or adds, changes, lists and unlists one. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import type { GiftAction } from '../../../domain/gift-order.js';
import { parseGiftOrder } from '../../../domain/gift-order.js';
import type { GiftId } from '../../../domain/ids.js';
import { optional, text } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { listGifts } from '../../../storage/gifts.js';
import type { GiftOrderWork, RunGiftOrder } from '../gift-order-work.js';
import { addGift, takeBackGift } from '../orders/add-gift.js';
import { changeGift, takeBackStock } from '../orders/change-gift.js';
import { listGift, unlistGift } from '../orders/list-gift.js';

const ORDERS: Readonly<Record<GiftAction, RunGiftOrder>> = {
  add: addGift,
  change: changeGift,
  list: listGift,
  unlist: unlistGift,
};

/** What rows alone do not hold. A stock goes on changing by itself, so its change is noted rather than its row. */
interface Noted {
  readonly added?: GiftId;
  readonly stocked?: { readonly id: GiftId; readonly before: number | null; readonly after: number | null };
}

export const gift = defineCommand({
  name: 'gifts.gift',
  triggers: copy.triggers.gift,
  summary: copy.summaries.gift,
  example: copy.examples.gift,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: optional(text(copy.labels.order, { max: 200 }), '') },

  async run(work) {
    const order = parseGiftOrder(work.args.order, copy.orderWords);
    if (order.action === undefined) return showGifts(work, order.name);
    return ORDERS[order.action](work, order);
  },

  async undo({ tx }, noted) {
    const { added, stocked } = (noted ?? {}) as Noted;
    if (added !== undefined) await takeBackGift(tx, added);
    if (stocked !== undefined) await takeBackStock(tx, stocked);
  },
});

async function showGifts({ tx, account, room, inRoom }: GiftOrderWork, name: string): Promise<string> {
  const gifts = await listGifts(tx, account.id, room?.id);
  return copy.staffGiftList(
    gifts.filter((one) => one.name.includes(name)),
    inRoom,
  );
}
