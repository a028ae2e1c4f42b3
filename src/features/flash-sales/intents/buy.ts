/**
 * A member wants one: the first who come get them, one each, and those in a rush hear of it together.
 *
 * Where no sale runs the word is talk, and is answered to those alone who turned to the bot.
 */

import * as copy from '../../../copy/zh-cn/flash-sales.js';
import { earliestAcknowledgement } from '../../../domain/pacing.js';
import { mayActAs } from '../../../domain/role.js';
import { queueItem } from '../../../kit/collect-item.js';
import { defineIntent } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { findLastFlashSale } from '../../../storage/flash-sales.js';
import { readRole } from '../../../storage/roles.js';
import { PURCHASES } from '../merged-replies/purchases.js';
import { sellOne } from '../sell-one.js';

/** How long after its end a sale is still spoken of. */
const ECHO_MS = 30 * 60_000;
const LIFETIME_MS = 60 * 60_000;

export const buy = defineIntent({
  name: 'flash-sales.buy',
  intent: 'flash-sale',
  scope: 'room',
  help: copy.help,

  async run(work) {
    const { tx, now, sentAt, room, speaker, addressed } = work;
    const sale = await findLastFlashSale(tx, room.id);
    if (sale === undefined || now > sale.endsAt + ECHO_MS) {
      if (addressed) throw new RefusedError({ code: 'flash_sale.none' });
      return undefined;
    }
    if (mayActAs(await readRole(tx, speaker.id, room.id, sentAt), 'teacher'))
      throw new RefusedError({ code: 'activity.not_for_staff' });
    const key = { roomId: room.id, memberId: speaker.id };
    const value = { name: speaker.name, item: sale.name, ...(await sellOne(tx, key, sale, work)) };
    const recent = { latest: room.lastAckAt, earlier: room.earlierAckAt };
    const notBefore = earliestAcknowledgement(work.pacing, recent, now);
    await queueItem(work, room, { kind: PURCHASES, value, notBefore, lifetime: LIFETIME_MS });
    return undefined;
  },
});
