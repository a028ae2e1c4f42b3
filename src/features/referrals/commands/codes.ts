/** Who brought whom, for staff: those who brought most, or all that is known of one member. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/referrals.js';
import { optional } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { findInvitationCode } from '../../../storage/invitation-codes.js';
import { type Member, readMember } from '../../../storage/members.js';
import { findReferralOf, listReferralsBy } from '../../../storage/referrals.js';
import { listTopInviters } from '../../../storage/top-inviters.js';

const MOST_INVITERS = 10;
const MOST_BROUGHT = 8;

const args = { who: optional(member(copy.labels.member, describeMember), undefined) };

export const codes = defineCommand({
  name: 'referrals.codes',
  triggers: copy.triggers.codes,
  summary: copy.summaries.codes,
  example: copy.examples.codes,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'none',
  args,

  async run(work) {
    const { tx, account, chatRoom, inRoom } = work;
    if (isPublic(chatRoom)) throw new RefusedError({ code: 'invitation.not_in_public' });
    const { who } = work.args;
    if (who !== undefined) return tellOf(work, who);
    return copy.topInviters(await listTopInviters(tx, account.id, MOST_INVITERS), inRoom);
  },
});

async function tellOf({ tx, account }: CommandWork<typeof args, 'anywhere'>, { id, name }: Member): Promise<string> {
  const brought = await listReferralsBy(tx, account.id, id);
  const lines = [];
  for (const { newcomerId, state, reason, points } of brought.slice(0, MOST_BROUGHT))
    lines.push({ name: (await readMember(tx, newcomerId)).name, state, reason, points });
  const own = await findReferralOf(tx, account.id, id);
  const broughtBy = own && (await readMember(tx, own.inviterId)).name;
  const code = await findInvitationCode(tx, account.id, id);
  return copy.invitationsOf({ name, code, broughtBy, lines, total: brought.length });
}
