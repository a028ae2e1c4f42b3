/** Part of a payment went back at the payment service: whether the card goes too is for a person to say. */

import * as copy from '../../../copy/zh-cn/card-news.js';
import type { OrderId } from '../../../domain/ids.js';
import { dayFor } from '../../../kit/day-for.js';
import { refundOrder } from '../../../kit/orders.js';
import { PARTIAL_REFUND } from '../../../kit/payments.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { defineTodo } from '../../../kit/todo.js';
import { undoRefund } from '../../../kit/undo-orders.js';
import { lockOrder } from '../../../storage/orders.js';

interface Refund {
  readonly orderId: OrderId;
  readonly amount: number;
  /** Of what was paid; below zero where more went back than came in. */
  readonly left: number;
}

export const partialRefund = defineTodo({
  kind: PARTIAL_REFUND,
  describe: ({ todo, name }) => copy.partialRefund(JSON.parse(todo.data) as Refund, name),
  options: [
    {
      word: copy.choices.takeBack,
      effect: 'undoable',
      async run(work) {
        const { tx, now, account, speaker, room, changes } = work;
        const { orderId } = JSON.parse(work.todo.data) as Refund;
        const order = present(await lockOrder(tx, account.id, orderId), { code: 'order.unknown', id: orderId });
        if (order.state !== 'paid') throw new RefusedError({ code: 'order.not_paid', id: orderId, state: order.state });
        const source = { day: dayFor(room, now), at: now, by: speaker.id };
        await refundOrder(work, order, { ...source, amount: 0, keepsCard: false });
        changes.note({ orderId });
        return copy.cardTakenBack(orderId);
      },
      async undo(work, noted) {
        const { orderId } = noted as unknown as { readonly orderId: OrderId };
        const { now, room, speaker } = work;
        await undoRefund(work, orderId, { day: dayFor(room, now), at: now, by: speaker.id, amount: 0 });
      },
    },
    { word: copy.choices.keep, effect: 'undoable', run: async () => copy.cardKept() },
  ],
});
