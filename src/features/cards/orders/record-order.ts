/** Writes down an order that was paid: the card runs from today, or from the end of the one that runs. */

import * as copy from '../../../copy/zh-cn/cards.js';
import { localDayOf } from '../../../domain/local-time.js';
import { type Paid, payOrder } from '../../../kit/orders.js';
import { appendOrder } from '../../../storage/orders.js';
import { listOrders } from '../../../storage/shown-orders.js';
import type { MeantCourse } from '../course-meant.js';
import { confirmMoney, courseOf, draftOf, type OrderWork, sourceOf, zoneOf } from '../order-work.js';
import type { Sale } from '../sale-argument.js';

const LOOKED_AT = 20;

export async function recordOrder(work: OrderWork, sale: Sale, amount: number): Promise<string> {
  const { tx, now, account, changes } = work;
  const course = await courseOf(work, sale, copy.examples.orderOfCourse);
  const { to, kind } = sale;
  await confirmMoney(work, { what: copy.recording(course.name, kind, amount), name: to.name, amount, kind });
  const twin = await findTwin(work, sale, course);
  const id = await appendOrder(tx, account.id, draftOf(work, sale, course, amount), now);
  if (id === undefined) throw new Error('An order without a number is never there already.');
  const paid = await payOrder(work, id, { ...sourceOf(work), transactionId: null });
  changes.note({ orders: [id] });
  return sayRecorded(work, { sale, course, paid, twin });
}

/** Perhaps two managers write down the same. */
async function findTwin(work: OrderWork, { to, kind }: Sale, course: MeantCourse): Promise<number | undefined> {
  const { tx, account, today } = work;
  const orders = await listOrders(tx, account.id, { memberId: to.id, limit: LOOKED_AT });
  return orders.find(
    (order) =>
      order.courseId === course.id &&
      order.kind === kind &&
      order.state === 'paid' &&
      localDayOf(order.createdAt, zoneOf(work)) === today,
  )?.id;
}

interface Said {
  readonly sale: Sale;
  readonly course: MeantCourse;
  readonly paid: Paid;
  readonly twin?: number | undefined;
}

export function sayRecorded({ today, inRoom }: OrderWork, { sale, course, paid, twin }: Said): string {
  const { order, coverage, brought } = paid;
  const { id, kind, amount, credit } = order;
  const who = { id, name: sale.to.name, course: course.name, kind, amount, credit };
  return copy.recorded({ ...who, through: coverage?.through, today, brought, twin }, inRoom);
}
