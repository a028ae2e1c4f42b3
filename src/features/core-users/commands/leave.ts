/** Leave: a core user stops being one by a word, at once, and may come back by a word for seven days. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { defineCommand } from '../../../kit/feature.js';
import { untagMember } from '../../../kit/tags.js';
import { findCoreUser, lockCoreSeats, saveCoreStanding } from '../../../storage/core-users.js';
import { askAboutRoom } from '../core-room.js';

export const leave = defineCommand({
  name: 'core-users.leave',
  triggers: copy.triggers.leave,
  summary: copy.summaries.leave,
  example: copy.examples.leave,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'own',
  args: {},

  async run(work) {
    const { tx, now, account, speaker } = work;
    await lockCoreSeats(tx, account.id);
    const standing = await findCoreUser(tx, account.id, speaker.id);
    if (standing?.state !== 'active') return copy.notCore();
    await saveCoreStanding(tx, account.id, speaker.id, { state: 'left', at: now });
    // By staff's hand too, where theirs gave it.
    if (!(await untagMember(work, speaker.id, copy.TAG, 'self')))
      await untagMember(work, speaker.id, copy.TAG, 'manual');
    return copy.left(speaker.name, await askAboutRoom(work, speaker.id));
  },
});
