/** Where a gift is to be sent: told in private alone, kept until it has arrived, and repeated to nobody but staff. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { oneLine } from '../../../domain/display-name.js';
import { text } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { saveAddress } from '../../../storage/redemptions.js';
import { listOwnRedemptions } from '../../../storage/shown-redemptions.js';

const LATEST = 20;

export const address = defineCommand({
  name: 'gifts.address',
  triggers: copy.triggers.address,
  summary: copy.summaries.address,
  example: copy.examples.address,
  allow: 'member',
  scope: 'anywhere',
  effect: 'own',
  secret: true,
  args: { address: text(copy.labels.address, { max: 120 }) },

  async run({ tx, account, speaker, chatRoom, args }) {
    if (chatRoom !== undefined) return copy.addressInPublic(speaker.name);
    const own = await listOwnRedemptions(tx, account.id, speaker.id, LATEST);
    const waiting = own.filter(({ state, needsAddress }) => state === 'pending' && needsAddress);
    if (waiting.length === 0) throw new RefusedError({ code: 'redemption.none_to_send' });
    const blank = waiting.filter((one) => one.address === null);
    const meant = blank.length > 0 ? blank : waiting;
    const ids = meant.map(({ id }) => id);
    await saveAddress(tx, ids, oneLine(args.address));
    return copy.addressKept(meant.map(({ gift }) => gift));
  },
});
