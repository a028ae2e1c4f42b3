/** A payment of which nobody knows whose it is, or that is not what the order asks for. */

import * as copy from '../../../copy/zh-cn/card-news.js';
import type { PaymentNoticeId } from '../../../domain/ids.js';
import { UNCLAIMED_PAYMENT } from '../../../kit/payments.js';
import { defineTodo } from '../../../kit/todo.js';
import { markNotice } from '../../../storage/payment-notices.js';

interface Unclaimed {
  readonly id: PaymentNoticeId;
  readonly amount: number;
  readonly number: string;
  readonly state: 'unclaimed' | 'mismatch';
}

export const unclaimedPayment = defineTodo({
  kind: UNCLAIMED_PAYMENT,
  describe: ({ todo }) => copy.unclaimedPayment(JSON.parse(todo.data) as Unclaimed),
  options: [
    {
      word: copy.choices.ignore,
      effect: 'undoable',
      async run({ tx, todo, changes }) {
        const { id } = JSON.parse(todo.data) as Unclaimed;
        await changes.watch('payment_notice', { id }, ['state']);
        await markNotice(tx, id, { state: 'settled', orderId: null });
        return copy.paymentIgnored();
      },
    },
  ],
});
