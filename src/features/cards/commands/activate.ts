/** Activate: a member turns a code into a card, in private. The answer to all that is wrong is the same. */

import * as copy from '../../../copy/zh-cn/card-codes.js';
import { text } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { findShownOrder } from '../../../storage/shown-orders.js';
import { activateCode } from '../activate-code.js';

const LONGEST = 60;

export const activate = defineCommand({
  name: 'cards.activate',
  triggers: copy.triggers.activate,
  summary: copy.summaries.activate,
  example: copy.examples.activate,
  allow: 'member',
  scope: 'anywhere',
  effect: 'own',
  secret: true,
  args: { code: text(copy.labels.code, { max: LONGEST }) },

  async run(work) {
    const { tx, account, speaker, chatRoom, today, args } = work;
    if (chatRoom !== undefined) return copy.activateInPrivate(speaker.name);
    const paid = await activateCode(work, { memberId: speaker.id, code: args.code, today });
    if (paid === undefined) return copy.codeRefused();
    const { id, kind } = paid.order;
    const course = (await findShownOrder(tx, account.id, id))?.course ?? '';
    return copy.activated({ name: speaker.name, course, kind, through: paid.coverage?.through });
  },
});
