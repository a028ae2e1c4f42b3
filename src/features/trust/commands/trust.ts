/** How far somebody is trusted, and why. It advises staff and does nothing by itself. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/trust.js';
import { defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { trustOfMember } from '../../../kit/trust.js';

export const trust = defineCommand({
  name: 'trust.trust',
  triggers: copy.triggers.trust,
  summary: copy.summaries.trust,
  example: copy.examples.trust,
  allow: 'teacher',
  scope: 'anywhere',
  effect: 'none',
  args: { member: member(copy.labels.member, describeMember) },

  async run(work) {
    if (isPublic(work.chatRoom)) throw new RefusedError({ code: 'offences.not_in_public' });
    const { id, name } = work.args.member;
    return copy.trustOf(name, await trustOfMember(work, id));
  },
});
