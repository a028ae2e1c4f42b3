/** Flash sales: opens one, shows how it stands and who got one, ends it early. */

import * as copy from '../../../copy/zh-cn/flash-sales.js';
import { isOpenAt } from '../../../domain/flash-sale.js';
import { runsCourse } from '../../../domain/room.js';
import type { Argument } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { findLastFlashSale, listBuyers } from '../../../storage/flash-sales.js';
import { cancelSale, undoSale } from '../orders/cancel-sale.js';
import { openSale } from '../orders/open-sale.js';
import { type SaleOrder, saleOrder } from '../sale-order.js';

export type SaleWork = CommandWork<{ readonly order: Argument<SaleOrder> }, 'room'>;

export const flashSale = defineCommand({
  name: 'flash-sales.flash-sale',
  triggers: copy.triggers.sale,
  summary: copy.summaries.sale,
  example: copy.examples.sale,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { order: saleOrder },

  async run(work) {
    const { order } = work.args;
    if (!runsCourse(work.room.kind)) throw new RefusedError({ code: 'flash_sale.none' });
    if (order.action === 'open') return openSale(work, order.opening);
    return order.action === 'cancel' ? cancelSale(work) : showSale(work);
  },
  undo: undoSale,
});

async function showSale({ tx, now, room, inRoom }: SaleWork): Promise<string> {
  const sale = await findLastFlashSale(tx, room.id);
  if (sale === undefined) return copy.showNone(inRoom);
  const buyers = (await listBuyers(tx, sale.id)).map(({ name }) => name);
  const running = isOpenAt(sale, now);
  return copy.show({ ...sale, running }, buyers, { zone: room.settings.zone, inRoom });
}
