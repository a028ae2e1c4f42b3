/** A flash sale that many processes rush for, and what the database says afterwards. */

import type { FlashSaleId } from '../../src/domain/ids.js';
import type { Database } from '../../src/storage/database.js';
import { appendFlashSale } from '../../src/storage/flash-sales.js';
import { PRICE, prepareRush, PURSE, type Rush, type Scene, startRush } from './gift-rush.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const HOUR_MS = 3_600_000;

/** A room of members with a hundred points each, and a sale of which each of them may have one. */
export async function prepareSale(database: Database, members: number, stock: number): Promise<Scene> {
  const scene = await prepareRush(database, members, stock);
  const [openedBy] = scene.memberIds;
  if (openedBy === undefined) throw new Error('A sale needs members.');
  const times = { openedAt: NOW - HOUR_MS, startsAt: NOW - HOUR_MS, endsAt: NOW + HOUR_MS };
  const terms = { name: 'Mug', stock, price: PRICE, state: 'open', openedBy } as const;
  await database.transaction((tx) => appendFlashSale(tx, { ...terms, ...times, roomId: scene.roomId }));
  return scene;
}

export function startSaleRush(url: string, scene: Scene, dieAt?: number): Promise<Rush> {
  return startRush(url, scene, dieAt, new URL('sale-rush-child.ts', import.meta.url));
}

/** Everything that must hold together, however it came about. */
export async function takeSaleStock(database: Database) {
  return database.transaction(async (tx) => {
    const orders = await tx.selectFrom('flash_sale_order').select(['number', 'member_id', 'price']).execute();
    const entries = await tx.selectFrom('points_entry').select(['member_id', 'amount', 'reason', 'ref']).execute();
    const members = await tx.selectFrom('membership').select(['member_id', 'points']).execute();
    const sale = await tx.selectFrom('flash_sale').select(['sold', 'state']).executeTakeFirstOrThrow();
    const paid = entries.filter(({ reason }) => reason === 'flash-sale');
    return {
      sold: sale.sold,
      state: sale.state,
      orders: orders.length,
      buyers: new Set(orders.map((one) => one.member_id)).size,
      numbers: orders.map(({ number }) => number).toSorted((a, b) => a - b),
      paid: paid.length,
      payers: new Set(paid.map((one) => one.member_id)).size,
      refs: [...new Set(paid.map(({ ref }) => ref))],
      /** Members whose balance is not the sum of their ledger, or not what is left of their purse. */
      wrong: members.filter(({ member_id, points }) => {
        const mine = entries.filter((one) => one.member_id === member_id);
        const spent = orders.filter((one) => one.member_id === member_id).length * PRICE;
        return points !== mine.reduce((sum, one) => sum + one.amount, 0) || points !== PURSE - spent;
      }).length,
    };
  });
}

export function allSold(stock: number, id = 1 as FlashSaleId): Awaited<ReturnType<typeof takeSaleStock>> {
  const numbers = Array.from({ length: stock }, (_, index) => index + 1);
  const [sold, orders, buyers, paid, payers] = [stock, stock, stock, stock, stock];
  return { sold, state: 'sold-out', orders, buyers, numbers, paid, payers, refs: [`flash-sale:${id}`], wrong: 0 };
}
