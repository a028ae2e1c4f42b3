/** Why somebody is trusted as far as they are: for staff, since it is about people and not for them to chase. */

import * as copy from '../../../copy/zh-cn/trust.js';
import { defineReason } from '../../../kit/reason.js';
import { trustOfMember } from '../../../kit/trust.js';

export const trustReason = defineReason({
  about: 'member',
  topic: 'trust',
  words: copy.reasonWords,

  async explain(work) {
    return copy.whyTrust(work.member.name, await trustOfMember(work, work.member.id));
  },
});
