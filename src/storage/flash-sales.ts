/** Flash sales and what was bought in them. Whoever buys holds the sale's row, so nobody gets what is not there. */

import type { FlashSaleState } from '../domain/flash-sale.js';
import type { FlashSaleId, MemberId, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { defineStatement } from './statement.js';

export interface FlashSale {
  readonly id: FlashSaleId;
  readonly roomId: RoomId;
  readonly name: string;
  readonly stock: number;
  readonly sold: number;
  /** In points; 0 for free. */
  readonly price: number;
  readonly state: FlashSaleState;
  readonly openedBy: MemberId;
  readonly openedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

const COLUMNS = [
  'id',
  'room_id as roomId',
  'name',
  'stock',
  'sold',
  'price',
  'state',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'starts_at as startsAt',
  'ends_at as endsAt',
] as const;

export async function appendFlashSale(tx: Tx, sale: Omit<FlashSale, 'id' | 'sold'>): Promise<FlashSaleId> {
  const row = await tx
    .insertInto('flash_sale')
    .values({
      room_id: sale.roomId,
      name: cleanText(sale.name),
      stock: sale.stock,
      price: sale.price,
      state: sale.state,
      opened_by: sale.openedBy,
      opened_at: sale.openedAt,
      starts_at: sale.startsAt,
      ends_at: sale.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Locked until the transaction ends. */
export async function readFlashSale(tx: Tx, id: FlashSaleId): Promise<FlashSale> {
  return lockRows(tx, tx.selectFrom('flash_sale').select(COLUMNS).where('id', '=', id)).executeTakeFirstOrThrow();
}

const findLast = defineStatement((tx, p: { roomId: RoomId }) =>
  lockRows(
    tx,
    tx
      .selectFrom('flash_sale')
      .select(COLUMNS)
      .where('room_id', '=', p.roomId)
      .where('state', '<>', 'cancelled')
      .orderBy('id', 'desc')
      .limit(1),
  ),
);

/** The room's latest that was not cancelled; locked until the transaction ends. */
export async function findLastFlashSale(tx: Tx, roomId: RoomId): Promise<FlashSale | undefined> {
  return findLast.first(tx, { roomId });
}

export async function saveFlashSaleState(tx: Tx, id: FlashSaleId, state: FlashSaleState): Promise<void> {
  await tx.updateTable('flash_sale').set({ state }).where('id', '=', id).execute();
}

/** One in which nothing was sold. */
export async function deleteFlashSale(tx: Tx, id: FlashSaleId): Promise<void> {
  await tx.deleteFrom('flash_sale').where('id', '=', id).execute();
}

export interface FlashSaleOrder {
  /** From 1, in the order in which they were received. */
  readonly number: number;
  readonly memberId: MemberId;
  readonly price: number;
}

const findOrder = defineStatement((tx, p: { saleId: FlashSaleId; memberId: MemberId }) =>
  tx
    .selectFrom('flash_sale_order')
    .select(['number', 'member_id as memberId', 'price'])
    .where('sale_id', '=', p.saleId)
    .where('member_id', '=', p.memberId),
);

export async function findFlashSaleOrder(
  tx: Tx,
  saleId: FlashSaleId,
  memberId: MemberId,
): Promise<FlashSaleOrder | undefined> {
  return findOrder.first(tx, { saleId, memberId });
}

/** The next one of a sale whose row is held. Fails rather than sell what is not there. */
export async function appendFlashSaleOrder(tx: Tx, sale: FlashSale, order: FlashSaleOrder, now: number): Promise<void> {
  const { number, memberId, price } = order;
  const left = sale.stock - number;
  await tx
    .updateTable('flash_sale')
    .set({ sold: number, state: left === 0 ? 'sold-out' : 'open' })
    .where('id', '=', sale.id)
    .execute();
  await tx
    .insertInto('flash_sale_order')
    .values({ sale_id: sale.id, number, member_id: memberId, price, at: now })
    .execute();
}

/** Names of those who bought, in order. */
export async function listBuyers(tx: Tx, saleId: FlashSaleId): Promise<Array<{ number: number; name: string }>> {
  return tx
    .selectFrom('flash_sale_order')
    .innerJoin('flash_sale', 'flash_sale.id', 'flash_sale_order.sale_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'flash_sale.room_id')
        .onRef('membership.member_id', '=', 'flash_sale_order.member_id'),
    )
    .select(['flash_sale_order.number', 'membership.name'])
    .where('sale_id', '=', saleId)
    .orderBy('flash_sale_order.number')
    .execute();
}
