/** A member's own core score, part by part. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { defineCommand } from '../../../kit/feature.js';
import { findCoreScore } from '../../../storage/core-scores.js';
import { findCoreUser } from '../../../storage/core-users.js';

export const ownScore = defineCommand({
  name: 'core-users.own-score',
  triggers: copy.triggers.ownScore,
  summary: copy.summaries.ownScore,
  example: copy.examples.ownScore,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'none',
  args: {},

  async run({ tx, account, speaker }) {
    const standing = await findCoreUser(tx, account.id, speaker.id);
    return copy.ownScore(speaker.name, await findCoreScore(tx, speaker.id), standing?.state === 'active');
  },
});
