/** A payment of which nobody knew whose it was becomes somebody's order. */

import * as copy from '../../../copy/zh-cn/cards.js';
import { applyPayment, UNCLAIMED_PAYMENT } from '../../../kit/payments.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { closeTodo } from '../../../kit/todo.js';
import { findCard } from '../../../storage/member-cards.js';
import { appendOrder } from '../../../storage/orders.js';
import { lockNotice, markNotice } from '../../../storage/payment-notices.js';
import { courseOf, draftOf, type OrderWork } from '../order-work.js';
import type { Sale } from '../sale-argument.js';

export async function claimPayment(work: OrderWork, number: number, sale: Sale): Promise<string> {
  const { tx, now, account, today, changes, inRoom } = work;
  const notice = present(await lockNotice(tx, account.id, number), { code: 'payment.unknown', id: number });
  const isOpen = notice.state === 'unclaimed' || notice.state === 'mismatch';
  if (notice.type !== 'paid' || !isOpen) throw new RefusedError({ code: 'payment.unknown', id: number });
  const course = await courseOf(work, sale, copy.examples.claim);
  const draft = { ...draftOf(work, sale, course, notice.amount), source: 'payment' as const };
  // The number may be that of an order that fits less.
  const known = notice.state === 'mismatch' ? null : notice.number;
  const id = present(await appendOrder(tx, account.id, { ...draft, number: known }, now), {
    code: 'payment.unknown',
    id: number,
  });
  await applyPayment(work, id, notice);
  await markNotice(tx, notice.id, { state: 'applied', orderId: id });
  await closeTodo(work, UNCLAIMED_PAYMENT, `notice:${notice.id}`);
  changes.note({ orders: [id], notice: notice.id });
  const card = await findCard(tx, sale.to.id, course.id);
  const said = { id, name: sale.to.name, course: course.name, kind: sale.kind, amount: notice.amount, credit: 0 };
  return copy.recorded({ ...said, through: card?.through, today, brought: [], twin: undefined }, inRoom);
}
