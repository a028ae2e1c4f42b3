/**
 * Tells the room that its sale is open. The sale opens by its time, whether or not this could be said; what would be read
 * after its end is not said at all.
 */

import * as copy from '../../../copy/zh-cn/flash-sales.js';
import type { FlashSaleId } from '../../../domain/ids.js';
import { announce } from '../../../kit/announce.js';
import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { readFlashSale, saveFlashSaleState } from '../../../storage/flash-sales.js';

export const START_OF_SALE = 'flash-sale-start';

export const startSale: AppointmentKeeper = {
  kind: START_OF_SALE,
  announces: true,

  async keep(work, subjectId) {
    const { tx, now, room } = work;
    const sale = await readFlashSale(tx, subjectId as FlashSaleId);
    if (sale.state !== 'planned' || now >= sale.endsAt) return;
    await saveFlashSaleState(tx, sale.id, 'open');
    await announce(work, room, { body: copy.started(sale, room.settings.zone), until: sale.endsAt });
  },
};
