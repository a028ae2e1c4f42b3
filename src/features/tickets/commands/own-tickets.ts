/** What somebody told the team, and what became of it: in private alone. */

import * as copy from '../../../copy/zh-cn/tickets.js';
import { defineCommand } from '../../../kit/feature.js';
import { listTicketsOf } from '../../../storage/tickets.js';

const MOST_LISTED = 6;

export const ownTickets = defineCommand({
  name: 'tickets.own',
  triggers: copy.triggers.own,
  summary: copy.summaries.own,
  example: copy.examples.own,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'none',
  args: {},

  async run({ tx, account, speaker, chatRoom }) {
    if (chatRoom !== undefined) return copy.lookInPrivate();
    const own = await listTicketsOf(tx, { accountId: account.id, memberId: speaker.id }, MOST_LISTED);
    return copy.ownTickets(own.map(({ outcomeText: said, ...one }) => ({ ...one, said })));
  },
});
