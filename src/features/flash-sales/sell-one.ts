/** Sells one of a flash sale: number, points and row together, or none of them. The sale's row is held by the caller. */

import { decidePurchase } from '../../domain/flash-sale.js';
import type { MembershipKey } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { bookPoints } from '../../kit/points.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { Tx } from '../../storage/database.js';
import { appendFlashSaleOrder, findFlashSaleOrder, type FlashSale } from '../../storage/flash-sales.js';
import { readStanding } from '../../storage/standings.js';

/** What is told with what others hear; the rest is refused. */
export type Sold =
  | { readonly became: 'bought'; readonly number: number; readonly left: number }
  | { readonly became: 'bought-before' | 'sold-out' }
  | { readonly became: 'too-few-points'; readonly balance: number };

export interface Moment {
  readonly now: number;
  /** When it was asked for. */
  readonly sentAt: number;
  readonly today: LocalDay;
}

export async function sellOne(tx: Tx, key: MembershipKey, sale: FlashSale, moment: Moment): Promise<Sold> {
  const order = await findFlashSaleOrder(tx, sale.id, key.memberId);
  const decided = decidePurchase(sale, moment.sentAt, order !== undefined);
  if (!decided.ok) {
    const { code } = decided.refusal;
    if (code === 'flash_sale.sold_out') return { became: 'sold-out' };
    if (code === 'flash_sale.bought') return { became: 'bought-before' };
    throw new RefusedError(decided.refusal);
  }
  if (sale.state === 'ended') throw new RefusedError({ code: 'flash_sale.over' });
  return hand(tx, key, sale, { ...moment, number: decided.value });
}

async function hand(
  tx: Tx,
  key: MembershipKey,
  sale: FlashSale,
  { now, today, number }: Moment & { readonly number: number },
): Promise<Sold> {
  const { price, stock } = sale;
  if (price > 0) {
    const { balance } = await readStanding(tx, key);
    if (balance < price) return { became: 'too-few-points', balance };
    await bookPoints(tx, key, { reason: 'flash-sale', ref: `flash-sale:${sale.id}`, amount: -price, day: today }, now);
  }
  await appendFlashSaleOrder(tx, sale, { number, memberId: key.memberId, price }, now);
  return { became: 'bought', number, left: stock - number };
}
