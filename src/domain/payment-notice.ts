/** What a payment service tells once its signature has been verified. Amounts in fen. */

export type PaymentNotice = PaidNotice | RefundedNotice;

interface Told {
  /** The same when it is delivered again. */
  readonly noticeId: string;
  /** Ours, if the shop handed it over. */
  readonly orderNumber: string;
  readonly transactionId: string;
  readonly amount: number;
  /** When it was paid, or paid back. */
  readonly at: number;
}

export interface PaidNotice extends Told {
  readonly type: 'paid';
}

export interface RefundedNotice extends Told {
  readonly type: 'refunded';
  readonly refundId: string;
}

/** The payment or the refund that it tells of: however often and in whatever notice it is told, it counts once. */
export function noticeKey(notice: PaymentNotice): string {
  return notice.type === 'paid' ? `paid:${notice.transactionId}` : `refunded:${notice.refundId}`;
}
