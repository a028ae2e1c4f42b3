/**
 * A newcomer says whose code brought them. It is noted, and pays nothing yet: see the daily.
 *
 * In a room somebody may show their own code to others, which is no affair of the bot's.
 */

import * as copy from '../../../copy/zh-cn/referrals.js';
import type { MemberId } from '../../../domain/ids.js';
import { closesRing, decideCode } from '../../../domain/referral.js';
import { isStrongerSource } from '../../../domain/source.js';
import { mayStillSay } from '../../../kit/answered-lines.js';
import { defineIntent } from '../../../kit/feature.js';
import { orRefuse } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { findKept } from '../../../storage/identity-log.js';
import { findCodeOwner } from '../../../storage/invitation-codes.js';
import { readMember } from '../../../storage/members.js';
import { appendReferral, findReferralOf, listInviters } from '../../../storage/referrals.js';
import { readHighestRole } from '../../../storage/roles.js';
import { findSource, type MemberSource, saveSource } from '../../../storage/sources.js';
import { breakRing } from '../break-ring.js';

/** Whoever guesses finds soon that nobody answers. */
const MOST_TRIES = 5;

export const sayCode = defineIntent({
  name: 'referrals.say-code',
  intent: 'invitation-code',
  scope: 'anywhere',

  async run(work) {
    const { tx, now, account, speaker, chatRoom, understood } = work;
    const ownerId = await findOwner(work, understood.arg);
    if (ownerId === speaker.id && chatRoom !== undefined) return undefined;
    if (ownerId === undefined)
      return (await mayStillSay(work, 'invitation-code', { most: MOST_TRIES })) ? copy.codeUnknown() : undefined;
    const known = await knownSource(work);
    const broughtBy = (await findReferralOf(tx, account.id, speaker.id))?.inviterId;
    const isStaff = (await readHighestRole(tx, speaker.id, now)) !== 'member';
    const said = { newcomerId: speaker.id, since: known.since, inviterId: ownerId, broughtBy, isStaff };
    return note(work, known, orRefuse(decideCode(said, now)));
  },
});

/** A code of somebody who turned out to be another member is that one's. */
async function findOwner({ tx, account }: ChatWork, code: string): Promise<MemberId | undefined> {
  const ownerId = await findCodeOwner(tx, account.id, code);
  return ownerId === undefined ? undefined : findKept(tx, account.id, ownerId);
}

/** Whoever says it before joining has just been seen for the first time. */
async function knownSource({ tx, now, account, speaker }: ChatWork): Promise<MemberSource> {
  const known = await findSource(tx, account.id, speaker.id);
  return known ?? { memberId: speaker.id, source: { kind: 'unknown' }, roomId: null, since: now, by: null };
}

async function note(work: ChatWork, known: MemberSource, inviterId: MemberId): Promise<string> {
  const { tx, now, account, speaker } = work;
  const above = await listInviters(tx, account.id, inviterId);
  const isRing = closesRing(
    speaker.id,
    above.map((one) => one.inviterId),
  );
  if (isRing) await breakRing(work, above, speaker.id);
  const reason = isRing ? 'ring' : null;
  await appendReferral(tx, account.id, { inviterId, newcomerId: speaker.id, at: now, reason });
  const source = isStrongerSource('code', known.source.kind) ? ({ kind: 'code', inviterId } as const) : known.source;
  await saveSource(tx, account.id, { ...known, source });
  return isRing ? copy.ringNoted() : copy.codeNoted(speaker.name, (await readMember(tx, inviterId)).name);
}
