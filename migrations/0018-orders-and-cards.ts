/** Cards as their events tell of them, orders and payments, what a card brings, and codes that are good for a card. */

import type { Kysely } from 'kysely';
import { createCardCodes } from './0018-orders-and-cards/card-codes.js';
import { createCards } from './0018-orders-and-cards/cards.js';
import { createEntitlements } from './0018-orders-and-cards/entitlements.js';
import { createOrders } from './0018-orders-and-cards/orders.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createOrders(db);
  await createCards(db);
  await createEntitlements(db);
  await createCardCodes(db);
}
