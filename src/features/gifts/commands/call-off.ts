/** A member thinks better of a redemption, within a day and before it has left. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { CHANGE_OF_MIND_MS } from '../../../domain/gift.js';
import { integer, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { listOwnRedemptions, readShownRedemption, type ShownRedemption } from '../../../storage/shown-redemptions.js';
import { cancelRedemption } from '../cancel.js';

const LATEST = 20;

export const callOff = defineCommand({
  name: 'gifts.call-off',
  triggers: copy.triggers.callOff,
  summary: copy.summaries.callOff,
  example: copy.examples.callOff,
  allow: 'member',
  bare: 'numbered',
  scope: 'anywhere',
  effect: 'own',
  args: { id: optional(integer(copy.labels.redemption, { min: 1, max: 999_999_999 }), undefined) },

  async run(work) {
    const { args, speaker } = work;
    const open = await listOpen(work);
    const [only, other] = open;
    if (args.id === undefined && other !== undefined) return copy.whichToCallOff(open);
    const id = args.id ?? only?.id;
    if (id === undefined) throw new RefusedError({ code: 'redemption.none_open' });
    const balance = await cancelRedemption(work, id, { by: speaker.id, role: 'member', note: null });
    return copy.calledOff(await readShownRedemption(work.tx, id as ShownRedemption['id']), balance);
  },
});

async function listOpen({ tx, account, speaker, now }: ChatWork): Promise<ShownRedemption[]> {
  const own = await listOwnRedemptions(tx, account.id, speaker.id, LATEST);
  return own.filter(({ state, at }) => state === 'pending' && now - at <= CHANGE_OF_MIND_MS);
}
