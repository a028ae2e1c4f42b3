/** A member reads their own codes, in private alone. What was read cannot be taken back any more. */

import * as copy from '../../../copy/zh-cn/codes.js';
import { defineCommand } from '../../../kit/feature.js';
import { listCodesOf, markShown } from '../../../storage/handed-codes.js';

const MOST = 6;

export const ownCodes = defineCommand({
  name: 'codes.own-codes',
  triggers: copy.triggers.own,
  summary: copy.summaries.own,
  example: copy.examples.own,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'own',
  args: {},

  async run({ tx, now, account, speaker, chatRoom, today }) {
    if (chatRoom !== undefined) return copy.readInPrivate(speaker.name);
    const held = await listCodesOf(tx, account.id, speaker.id, today);
    const shown = held.toSorted((a, b) => Number(a.shownAt !== null) - Number(b.shownAt !== null)).slice(0, MOST);
    const ids = shown.map(({ id }) => id);
    await markShown(tx, ids, now);
    return copy.ownCodes(shown, held.length);
  },
});
