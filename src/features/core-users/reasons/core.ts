/** Why somebody is a core user or a candidate, or is not: the score, part by part, and how it stands. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { defineReason } from '../../../kit/reason.js';
import { findCoreScore } from '../../../storage/core-scores.js';
import { findCoreUser } from '../../../storage/core-users.js';

export const coreReason = defineReason({
  about: 'member',
  topic: 'core',
  words: copy.reasonWords,

  async explain({ tx, account, member: { id, name } }) {
    const { state, at = 0, reason = null } = (await findCoreUser(tx, account.id, id)) ?? {};
    return copy.whyCore({ name, score: await findCoreScore(tx, id), state, at, reason });
  },
});
