/** Decline: whoever was asked says no, and is not asked again for a while. From anybody else the same words are talk. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { isAsked } from '../../../domain/core-user.js';
import { defineCommand } from '../../../kit/feature.js';
import { closeTodo } from '../../../kit/todo.js';
import { findCoreUser, lockCoreSeats, saveCoreStanding } from '../../../storage/core-users.js';
import { ASK, refOf } from '../kinds.js';

export const decline = defineCommand({
  name: 'core-users.decline',
  triggers: copy.triggers.decline,
  summary: copy.summaries.decline,
  example: copy.examples.decline,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'own',
  args: {},

  async run(work) {
    const { tx, now, account, speaker } = work;
    if (!isAsked(await findCoreUser(tx, account.id, speaker.id), now)) return undefined;
    await lockCoreSeats(tx, account.id);
    if (!isAsked(await findCoreUser(tx, account.id, speaker.id), now)) return undefined;
    await saveCoreStanding(tx, account.id, speaker.id, { state: 'declined', at: now });
    await closeTodo(work, ASK, refOf(speaker.id));
    return copy.declined(speaker.name);
  },
});
