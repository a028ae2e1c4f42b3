/** Money goes back: by a person, and the bot writes it down. What the card of the order had left goes with it. */

import * as copy from '../../../copy/zh-cn/cards.js';
import { decideRefund } from '../../../domain/order.js';
import { refundOrder } from '../../../kit/orders.js';
import { orRefuse, present } from '../../../kit/refused-error.js';
import { readMember } from '../../../storage/members.js';
import { lockOrder } from '../../../storage/orders.js';
import { type OrderWork, sourceOf } from '../order-work.js';

export async function refund(work: OrderWork, id: number, given: number | undefined): Promise<string> {
  const { tx, account, today, changes, confirm } = work;
  const order = present(await lockOrder(tx, account.id, id), { code: 'order.unknown', id });
  const amount = orRefuse(decideRefund(order, given));
  const { name } = await readMember(tx, order.memberId);
  await confirm({ what: copy.refunding(id, amount), people: 1, names: [name], money: true });
  const coverage = await refundOrder(work, order, { ...sourceOf(work), amount, keepsCard: false });
  changes.note({ refund: { id: order.id, amount } });
  return copy.refunded({ id, name, amount, through: coverage?.through, today });
}
