/** What the payment service told: each payment and each refund once, whatever became of it. */

import type { AccountId, OrderId, PaymentNoticeId } from '../domain/ids.js';
import type { NoticeState } from '../domain/order.js';
import { noticeKey, type PaymentNotice } from '../domain/payment-notice.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface KeptNotice {
  readonly id: PaymentNoticeId;
  readonly type: PaymentNotice['type'];
  readonly number: string;
  readonly transactionId: string;
  readonly amount: number;
  readonly at: number;
  readonly state: NoticeState;
  readonly orderId: OrderId | null;
}

const NOTICE = [
  'id',
  'type',
  'number',
  'transaction_id as transactionId',
  'amount',
  'at',
  'state',
  'order_id as orderId',
] as const;

/** Undefined when the same was told before, or by the same notice. Another that tells it meanwhile waits, then is told so. */
export async function appendNotice(
  tx: Tx,
  accountId: AccountId,
  notice: PaymentNotice,
  receivedAt: number,
): Promise<PaymentNoticeId | undefined> {
  const row = await tx
    .insertInto('payment_notice')
    .values({
      account_id: accountId,
      key: cleanText(noticeKey(notice)),
      notice_id: cleanText(notice.noticeId),
      type: notice.type,
      number: cleanText(notice.orderNumber),
      transaction_id: cleanText(notice.transactionId),
      amount: notice.amount,
      at: notice.at,
      received_at: receivedAt,
      state: notice.type === 'paid' ? 'unclaimed' : 'waiting',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function markNotice(
  tx: Tx,
  id: PaymentNoticeId,
  { state, orderId }: { readonly state: NoticeState; readonly orderId: OrderId | null },
): Promise<void> {
  await tx.updateTable('payment_notice').set({ state, order_id: orderId }).where('id', '=', id).execute();
}

export async function lockNotice(tx: Tx, accountId: AccountId, id: number): Promise<KeptNotice | undefined> {
  const query = tx.selectFrom('payment_notice').select(NOTICE).where('account_id', '=', accountId);
  return lockRows(tx, query.where('id', '=', id as PaymentNoticeId)).executeTakeFirst();
}

/** Refunds of a payment that came before it. */
export async function listWaitingRefunds(tx: Tx, accountId: AccountId, transactionId: string): Promise<KeptNotice[]> {
  return tx
    .selectFrom('payment_notice')
    .select(NOTICE)
    .where('account_id', '=', accountId)
    .where('transaction_id', '=', transactionId)
    .where('type', '=', 'refunded')
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute();
}
