/** Flash sales: first come, first served, one each, while there is any left (product rules, section 6). */

import { accept, type Decision, refuse } from './decision.js';

export type FlashSaleState = 'planned' | 'open' | 'sold-out' | 'ended' | 'cancelled';

export const FLASH_SALE_LIMITS = { stock: 1_000, name: 30, price: 100_000 } as const;

/** How long a sale is open when nothing is said: half an hour. */
export const FLASH_SALE_MINUTES = 30;

export interface SaleAtHand {
  readonly id: number;
  readonly stock: number;
  readonly sold: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Whether it runs, or is still to come. It ends by its time alone; nothing has to be written for that. */
export function isOpenAt(
  { state, endsAt }: { readonly state: FlashSaleState; readonly endsAt: number },
  now: number,
): boolean {
  return (state === 'planned' || state === 'open') && now < endsAt;
}

/**
 * Whether a message that was sent at `sentAt` buys one; its number if so. What counts is when it was sent, and among
 * those sent in time the order in which they were received.
 */
export function decidePurchase(sale: SaleAtHand, sentAt: number, hasOne: boolean): Decision<number> {
  if (hasOne) return refuse({ code: 'flash_sale.bought' });
  if (sentAt < sale.startsAt) return refuse({ code: 'flash_sale.not_yet', at: sale.startsAt });
  if (sentAt >= sale.endsAt) return refuse({ code: 'flash_sale.over' });
  if (sale.sold >= sale.stock) return refuse({ code: 'flash_sale.sold_out' });
  return accept(sale.sold + 1);
}
