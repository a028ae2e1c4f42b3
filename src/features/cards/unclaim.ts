/** A payment that was taken for somebody's order is nobody's again. */

import type { PaymentNoticeId } from '../../domain/ids.js';
import { UNCLAIMED_PAYMENT } from '../../kit/payments.js';
import { openTodo } from '../../kit/todo.js';
import type { Work } from '../../kit/work.js';
import { lockNotice, markNotice } from '../../storage/payment-notices.js';

export async function unclaim(work: Work, id: PaymentNoticeId): Promise<void> {
  const { tx, account } = work;
  await markNotice(tx, id, { state: 'unclaimed', orderId: null });
  const notice = await lockNotice(tx, account.id, id);
  if (notice === undefined) return;
  const data = { id, amount: notice.amount, number: notice.number, state: 'unclaimed' };
  await openTodo(work, { kind: UNCLAIMED_PAYMENT, ref: `notice:${id}`, data });
}
