/**
 * Claim: whoever says the code of the first start in a private chat becomes the owner, once. After a login that left the
 * owner unknown, whoever says the new code is known as the owner again.
 */

import * as copy from '../../../copy/zh-cn/roles.js';
import type { MemberId } from '../../../domain/ids.js';
import { word } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { foldMembers } from '../../../kit/fold-members.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { useClaim } from '../../../storage/claims.js';
import { findLostOwner } from '../../../storage/identities.js';
import { readMember } from '../../../storage/members.js';
import { ALL_ROOMS, ownerExists, saveGrant } from '../../../storage/roles.js';

export const claim = defineCommand({
  name: 'roles.claim',
  triggers: copy.triggers.claim,
  summary: copy.summaries.claim,
  example: copy.examples.claim,
  allow: 'member',
  scope: 'anywhere',
  effect: 'own',
  secret: true,
  args: { code: word(copy.labels.code) },

  async run(work) {
    const { tx, now, speaker, chatRoom, args } = work;
    if (chatRoom !== undefined) throw new RefusedError({ code: 'claim.not_private' });
    const lost = await findLostOwner(tx);
    if (lost === undefined && (await ownerExists(tx))) throw new RefusedError({ code: 'claim.taken' });
    if (!(await useClaim(tx, args.code.toUpperCase(), speaker.id, now)))
      throw new RefusedError({ code: 'claim.wrong' });
    if (lost !== undefined) return knowAgain(work, lost);
    await saveGrant(tx, { memberId: speaker.id, scope: ALL_ROOMS, role: 'owner', grantedBy: null, at: now });
    return copy.claimed(speaker.name);
  },
});

async function knowAgain(work: ChatWork, ownerId: MemberId): Promise<string> {
  await foldMembers(work, { freshId: work.speaker.id, lostId: ownerId, how: 'code', by: ownerId });
  const owner = await readMember(work.tx, ownerId);
  work.chat.knowSpeakerAs(owner);
  return copy.knownAgain(owner.name);
}
