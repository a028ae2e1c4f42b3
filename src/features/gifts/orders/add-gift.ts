/** Adds a gift to a room, or to all rooms where none is meant. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { displayName } from '../../../domain/display-name.js';
import type { GiftOrder, GiftTerms } from '../../../domain/gift-order.js';
import { giftsNamed } from '../../../domain/gift.js';
import type { CodeBatchId, GiftId } from '../../../domain/ids.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { findBatch, listBatches } from '../../../storage/coupon-codes.js';
import type { Tx } from '../../../storage/database.js';
import { appendGift, deleteUnusedGift, listGifts, lockGift, markListed } from '../../../storage/gifts.js';
import { type GiftOrderWork, missingName } from '../gift-order-work.js';

const MOST_KNOWN = 8;

export async function addGift(work: GiftOrderWork, { name: typed, terms }: GiftOrder): Promise<string> {
  const { tx, now, account, room, inRoom, changes } = work;
  const name = nameOf(typed);
  if (name === '') throw missingName(inRoom);
  const example = inRoom(copy.labels.addExample);
  const price = present(terms.price || undefined, { code: 'argument.missing', name: copy.labels.price, example });
  await refuseTaken(work, name);
  const draft = {
    roomId: room?.id ?? (0 as const),
    name,
    price,
    stock: terms.stock ?? null,
    limit: terms.limit ?? null,
    needsAddress: terms.needsAddress ?? false,
    batchId: await batchOf(work, terms),
  };
  const id = await appendGift(tx, account.id, draft, now);
  changes.note({ added: id });
  return copy.giftAdded(await lockGift(tx, id), room?.topic);
}

/** As it may be shown, and not to be taken for a number. */
export function nameOf(typed: string): string {
  const name = displayName(typed);
  return /^#?\d+$/u.test(name) ? '' : name;
}

export async function refuseTaken({ tx, account, room }: GiftOrderWork, name: string): Promise<void> {
  const taken = giftsNamed(name, await listGifts(tx, account.id, room?.id));
  if (taken.length > 0) throw new RefusedError({ code: 'gift.name_taken', name });
}

export async function batchOf({ tx, account }: GiftOrderWork, { batch }: GiftTerms): Promise<CodeBatchId | null> {
  if (batch === undefined) return null;
  const known = async () => (await listBatches(tx, account.id, MOST_KNOWN)).map((one) => one.name);
  const found = await findBatch(tx, account.id, batch);
  if (found === undefined) throw new RefusedError({ code: 'codes.unknown_batch', name: batch, known: await known() });
  return found.id;
}

/** What somebody has redeemed meanwhile stays, but is offered no longer. */
export async function takeBackGift(tx: Tx, id: GiftId): Promise<void> {
  if (!(await deleteUnusedGift(tx, id))) await markListed(tx, id, false);
}
