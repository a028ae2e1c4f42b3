/** A member's own redemptions; what was noted of them, a parcel's number for instance, is told in private alone. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { defineCommand } from '../../../kit/feature.js';
import { listOwnRedemptions } from '../../../storage/shown-redemptions.js';

const MOST = 6;

export const ownRedemptions = defineCommand({
  name: 'gifts.own-redemptions',
  triggers: copy.triggers.own,
  summary: copy.summaries.own,
  example: copy.examples.own,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'none',
  args: {},

  async run({ tx, account, speaker, chatRoom }) {
    const own = await listOwnRedemptions(tx, account.id, speaker.id, MOST);
    return copy.ownRedemptions(speaker.name, own, chatRoom === undefined);
  },
});
