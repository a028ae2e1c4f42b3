/** Gifts and their stock. Whoever takes from the stock holds the gift's row until the transaction ends. */

import type { Gift } from '../domain/gift.js';
import type { AccountId, GiftId, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { Flag } from './schema.js';

interface Row extends Omit<Gift, 'left' | 'needsAddress' | 'listed'> {
  readonly stock: number | null;
  readonly needsAddress: Flag;
  readonly listed: Flag;
}

const COLUMNS = [
  'gift.id',
  'gift.room_id as roomId',
  'gift.name',
  'gift.price',
  'gift.stock',
  'gift.limit_per_member as limit',
  'gift.needs_address as needsAddress',
  'gift.batch_id as batchId',
  'gift.listed',
] as const;

/** Of the account's rooms, or those that one of them has; oldest first. */
export async function listGifts(tx: Tx, accountId: AccountId, roomId?: RoomId): Promise<Gift[]> {
  const all = tx.selectFrom('gift').select(COLUMNS).where('account_id', '=', accountId).orderBy('id');
  const rows = await (roomId === undefined ? all : all.where('room_id', 'in', [0, roomId])).execute();
  return withCodesLeft(tx, rows);
}

/** Nobody else takes of it until the transaction ends. */
export async function lockGift(tx: Tx, id: GiftId): Promise<Gift> {
  const row = await lockRows(tx, tx.selectFrom('gift').select(COLUMNS).where('id', '=', id)).executeTakeFirstOrThrow();
  const [gift] = await withCodesLeft(tx, [row]);
  if (!gift) throw new Error(`There is no gift ${id}.`);
  return gift;
}

/** What is left of a gift that hands out codes is counted, so that no two numbers can disagree. */
async function withCodesLeft(tx: Tx, rows: readonly Row[]): Promise<Gift[]> {
  const batches = rows.flatMap(({ batchId }) => (batchId === null ? [] : [batchId]));
  const left = new Map(batches.map((id) => [id, 0]));
  if (batches.length > 0) {
    const counts = await tx
      .selectFrom('coupon_code')
      .select(['batch_id as id', (eb) => eb.fn.countAll<number>().as('count')])
      .where('batch_id', 'in', batches)
      .where('member_id', 'is', null)
      .groupBy('batch_id')
      .execute();
    for (const { id, count } of counts) left.set(id, count);
  }
  return rows.map(({ stock, ...row }) => ({
    ...row,
    left: row.batchId === null ? stock : (left.get(row.batchId) ?? 0),
    needsAddress: row.needsAddress === 1,
    listed: row.listed === 1,
  }));
}

export type GiftDraft = Omit<Gift, 'id' | 'left' | 'listed'> & { readonly stock: number | null };

export async function appendGift(tx: Tx, accountId: AccountId, draft: GiftDraft, now: number): Promise<GiftId> {
  const row = await tx
    .insertInto('gift')
    .values({ account_id: accountId, room_id: draft.roomId, stock: draft.stock, created_at: now, ...toRow(draft) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** All but its stock, which goes on changing by itself. */
export async function saveGift(tx: Tx, id: GiftId, terms: Omit<GiftDraft, 'roomId' | 'stock'>): Promise<void> {
  await tx.updateTable('gift').set(toRow(terms)).where('id', '=', id).execute();
}

export async function saveStock(tx: Tx, id: GiftId, stock: number | null): Promise<void> {
  await tx.updateTable('gift').set({ stock }).where('id', '=', id).execute();
}

function toRow(draft: Omit<GiftDraft, 'roomId' | 'stock'>) {
  return {
    name: cleanText(draft.name),
    price: draft.price,
    limit_per_member: draft.limit,
    needs_address: draft.needsAddress ? (1 as const) : (0 as const),
    batch_id: draft.batchId,
  };
}

export async function markListed(tx: Tx, id: GiftId, listed: boolean): Promise<void> {
  await tx
    .updateTable('gift')
    .set({ listed: listed ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** False when there are not so many left; nothing is taken then. A gift without a stock always gives. */
export async function takeStock(tx: Tx, id: GiftId, quantity: number): Promise<boolean> {
  const result = await tx
    .updateTable('gift')
    .set((eb) => ({ stock: eb('stock', '-', quantity) }))
    .where('id', '=', id)
    .where((eb) => eb.or([eb('stock', 'is', null), eb('stock', '>=', quantity)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function returnStock(tx: Tx, id: GiftId, quantity: number): Promise<void> {
  await tx
    .updateTable('gift')
    .set((eb) => ({ stock: eb('stock', '+', quantity) }))
    .where('id', '=', id)
    .execute();
}

/** Takes it away where nobody ever redeemed it. False where somebody did. */
export async function deleteUnusedGift(tx: Tx, id: GiftId): Promise<boolean> {
  const used = tx.selectFrom('redemption').select('redemption.id').where('gift_id', '=', id);
  const result = await tx
    .deleteFrom('gift')
    .where('id', '=', id)
    .where(({ not, exists }) => not(exists(used)))
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
