/** Tickets that have waited too long, together. */

import * as copy from '../../../copy/zh-cn/tickets.js';
import { queueItem } from '../../../kit/collect-item.js';
import { defineMergedReply } from '../../../kit/feature.js';
import type { Work } from '../../../kit/work.js';
import { listRoomsOfKind } from '../../../storage/rooms.js';

const KIND = 'overdue-tickets';
/** Through a night. */
const LIFETIME_MS = 36 * 60 * 60_000;

export const overdueTickets = defineMergedReply<copy.OverdueTicket>({
  kind: KIND,
  pace: 'plain',
  compose: (items) => copy.overdue(items),
});

export async function tellOverdue(work: Work, value: copy.OverdueTicket): Promise<void> {
  const item = { kind: KIND, value, notBefore: work.now, lifetime: LIFETIME_MS, toStaff: true };
  for (const staffRoom of await listRoomsOfKind(work.tx, work.account.id, 'staff'))
    await queueItem(work, staffRoom, item);
}
