/** Claim: whoever says the code of the first start in a private chat becomes the owner, once. */

import * as copy from '../../../copy/zh-cn/roles.js';
import { word } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { useClaim } from '../../../storage/claims.js';
import { ALL_ROOMS, ownerExists, saveGrant } from '../../../storage/roles.js';

export const claim = defineCommand({
  name: 'roles.claim',
  triggers: copy.triggers.claim,
  summary: copy.summaries.claim,
  example: copy.examples.claim,
  allow: 'member',
  scope: 'anywhere',
  args: { code: word(copy.labels.code) },

  async run({ tx, now, speaker, chatRoom, args }) {
    if (chatRoom !== undefined) throw new RefusedError({ code: 'claim.not_private' });
    if (await ownerExists(tx)) throw new RefusedError({ code: 'claim.taken' });
    if (!(await useClaim(tx, args.code.toUpperCase(), speaker.id, now)))
      throw new RefusedError({ code: 'claim.wrong' });
    await saveGrant(tx, { memberId: speaker.id, scope: ALL_ROOMS, role: 'owner', grantedBy: null, at: now });
    return copy.claimed(speaker.name);
  },
});
