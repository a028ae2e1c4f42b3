/** An order that is still to be paid, with a number that the team's shop hands to the payment service. */

import { randomInt } from 'node:crypto';
import * as copy from '../../../copy/zh-cn/cards.js';
import { formatLocalDay } from '../../../domain/local-day.js';
import { readableCode } from '../../../domain/readable-code.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { appendOrder } from '../../../storage/orders.js';
import { courseOf, draftOf, type OrderWork } from '../order-work.js';
import type { Sale } from '../sale-argument.js';

export async function awaitPayment(work: OrderWork, sale: Sale, amount: number): Promise<string> {
  const { tx, now, account, today, changes } = work;
  if (amount === 0) throw new RefusedError({ code: 'order.not_an_amount', given: '0' });
  const course = await courseOf(work, sale, copy.examples.awaiting);
  const number = `ZB${formatLocalDay(today).replaceAll('-', '')}${readableCode(randomInt)}${readableCode(randomInt)}`;
  const id = await appendOrder(
    tx,
    account.id,
    { ...draftOf(work, sale, course, amount), source: 'payment', number },
    now,
  );
  if (id === undefined) throw new Error('A number of sixteen random letters came twice.');
  changes.note({ orders: [id] });
  return copy.awaited({ id, name: sale.to.name, course: course.name, kind: sale.kind, amount, number });
}
