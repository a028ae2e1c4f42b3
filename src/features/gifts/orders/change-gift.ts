/** Changes what a gift costs, how many there are, who may have it, or what it is called. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import type { GiftOrder, GiftTerms } from '../../../domain/gift-order.js';
import type { Gift } from '../../../domain/gift.js';
import type { GiftId } from '../../../domain/ids.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { Tx } from '../../../storage/database.js';
import { lockGift, saveGift, saveStock } from '../../../storage/gifts.js';
import { findOrdered, type GiftOrderWork } from '../gift-order-work.js';
import { batchOf, nameOf, refuseTaken } from './add-gift.js';

const OWN_COLUMNS = ['name', 'price', 'limit_per_member', 'needs_address', 'batch_id'] as const;

export async function changeGift(work: GiftOrderWork, order: GiftOrder): Promise<string> {
  const { tx, inRoom, changes } = work;
  const found = await findOrdered(work, order);
  const { terms } = order;
  if (Object.keys(terms).length === 0) throw missingTerms(inRoom);
  await changes.watch('gift', { id: found.id }, OWN_COLUMNS);
  const before = await lockGift(tx, found.id);
  await saveGift(tx, found.id, {
    name: await newName(work, before, terms),
    price: terms.price || before.price,
    limit: terms.limit === undefined ? before.limit : terms.limit,
    needsAddress: terms.needsAddress ?? before.needsAddress,
    batchId: (await batchOf(work, terms)) ?? before.batchId,
  });
  if (terms.stock !== undefined && before.batchId === null) {
    await saveStock(tx, found.id, terms.stock);
    changes.note({ stocked: { id: found.id, before: before.left, after: terms.stock } });
  }
  return copy.giftChanged(await lockGift(tx, found.id));
}

function missingTerms(inRoom: (line: string) => string): RefusedError {
  return new RefusedError({
    code: 'argument.missing',
    name: copy.labels.terms,
    example: inRoom(copy.labels.changeExample),
  });
}

async function newName(work: GiftOrderWork, before: Gift, { rename }: GiftTerms): Promise<string> {
  const name = nameOf(rename ?? '');
  if (name === '' || name === before.name) return before.name;
  await refuseTaken(work, name);
  return name;
}

interface Stocked {
  readonly id: GiftId;
  readonly before: number | null;
  readonly after: number | null;
}

/** What was redeemed meanwhile stays redeemed: the difference is taken back, not the number put back. */
export async function takeBackStock(tx: Tx, { id, before, after }: Stocked): Promise<void> {
  const { left } = await lockGift(tx, id);
  const isCounted = before !== null && after !== null && left !== null;
  await saveStock(tx, id, isCounted ? Math.max(0, left + before - after) : before);
}
