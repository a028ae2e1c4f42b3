/** Orders: writes one down, lists them, looks one up; refunds, upgrades, awaits and claims payments, imports lists. */

import * as copy from '../../../copy/zh-cn/cards.js';
import { optional } from '../../../kit/argument.js';
import { dayFor } from '../../../kit/day-for.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { undoOrder, undoRefund } from '../../../kit/undo-orders.js';
import { restoreEntitlements } from '../../../storage/entitlements.js';
import { findShownOrder, listOrders } from '../../../storage/shown-orders.js';
import { type OrderOrder, orderOrder } from '../order-argument.js';
import { type NotedOrder, type OrderWork, zoneOf } from '../order-work.js';
import { awaitPayment } from '../orders/await-payment.js';
import { claimPayment } from '../orders/claim-payment.js';
import { importTyped } from '../orders/import-typed.js';
import { recordOrder } from '../orders/record-order.js';
import { refund } from '../orders/refund-order.js';
import { upgradeOrder } from '../orders/upgrade-order.js';
import { unclaim } from '../unclaim.js';

const SHOWN = 6;

export const order = defineCommand({
  name: 'cards.order',
  triggers: copy.triggers.order,
  summary: copy.summaries.order,
  example: copy.examples.order,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: optional(orderOrder, { do: 'list' } as const) },

  run: async (work) => obey(work, work.args.order),

  async undo(work, json) {
    const { now, room, speaker, tx } = work;
    const { orders = [], refund: back, notice, revoked = [] } = (json ?? {}) as NotedOrder;
    const source = { day: dayFor(room, now), at: now, by: speaker.id };
    for (const id of orders.toReversed()) await undoOrder(work, id, source);
    if (back !== undefined) await undoRefund(work, back.id, { ...source, amount: back.amount });
    if (notice !== undefined) await unclaim(work, notice);
    await restoreEntitlements(tx, revoked);
  },
});

async function obey(work: OrderWork, given: OrderOrder): Promise<string> {
  switch (given.do) {
    case 'list':
    case 'show':
      return look(work, given);
    case 'record':
      return recordOrder(work, given.sale, given.amount);
    case 'upgrade':
      return upgradeOrder(work, given.sale, given.amount);
    case 'await':
      return awaitPayment(work, given.sale, given.amount);
    case 'refund':
      return refund(work, given.id, given.amount);
    case 'claim':
      return claimPayment(work, given.id, given.sale);
    case 'import':
      return importTyped(work, given);
  }
}

/** Whoever bought what is nothing for members to read along. */
async function look(work: OrderWork, given: OrderOrder & { readonly do: 'list' | 'show' }): Promise<string> {
  const { tx, account, room, chatRoom, inRoom } = work;
  if (isPublic(chatRoom)) throw new RefusedError({ code: 'order.in_public' });
  if (given.do === 'show') {
    const found = await findShownOrder(tx, account.id, given.id);
    return copy.wholeOrder(present(found, { code: 'order.unknown', id: given.id }), zoneOf(work));
  }
  const of = room?.courseId ? { courseId: room.courseId } : {};
  return copy.orderList(await listOrders(tx, account.id, { limit: SHOWN, ...of }), zoneOf(work), inRoom);
}
