/** What the resource of a verified notice says, and whether it is meant for us. */

import { z } from 'zod';
import type { PaymentNotice } from '../../domain/payment-notice.js';
import type { Merchant } from './merchant.js';
import type { NoticeFault } from './payment-notice.js';

/** Ten million yuan: more is no order of ours. */
const MOST_FEN = 1_000_000_000;
const fen = z.number().int().positive().max(MOST_FEN);
const instant = z.iso.datetime({ offset: true });
const name = z.string().min(1).max(64);
const common = { mchid: z.string(), out_trade_no: name, transaction_id: name };

const paidResource = z.object({
  ...common,
  appid: z.string(),
  trade_state: z.literal('SUCCESS'),
  success_time: instant,
  amount: z.object({ total: fen, currency: z.string().default('CNY') }),
});

const refundedResource = z.object({
  ...common,
  refund_id: name,
  refund_status: z.literal('SUCCESS'),
  success_time: instant,
  amount: z.object({ refund: fen, total: fen }),
});

interface Opened {
  readonly id: string;
  readonly type: string;
  readonly opened: unknown;
}

export function understandNotice({ id, type, opened }: Opened, merchant: Merchant): PaymentNotice | NoticeFault {
  if (type === 'TRANSACTION.SUCCESS') return understandPaid(id, opened, merchant);
  if (type === 'REFUND.SUCCESS') return understandRefunded(id, opened, merchant);
  return 'of no interest';
}

function understandPaid(noticeId: string, opened: unknown, merchant: Merchant): PaymentNotice | NoticeFault {
  const read = paidResource.safeParse(opened);
  if (!read.success) return 'not a notice';
  const { mchid, appid, out_trade_no, transaction_id, success_time, amount } = read.data;
  if (mchid !== merchant.merchantId || !merchant.appIds.includes(appid)) return 'for another merchant';
  if (amount.currency !== 'CNY') return 'not in yuan';
  const order = { orderNumber: out_trade_no, transactionId: transaction_id };
  return { type: 'paid', noticeId, ...order, amount: amount.total, at: Date.parse(success_time) };
}

function understandRefunded(noticeId: string, opened: unknown, merchant: Merchant): PaymentNotice | NoticeFault {
  const read = refundedResource.safeParse(opened);
  if (!read.success) return 'not a notice';
  const { mchid, out_trade_no, transaction_id, refund_id, success_time, amount } = read.data;
  if (mchid !== merchant.merchantId) return 'for another merchant';
  if (amount.refund > amount.total) return 'not a notice';
  const order = { orderNumber: out_trade_no, transactionId: transaction_id, refundId: refund_id };
  return { type: 'refunded', noticeId, ...order, amount: amount.refund, at: Date.parse(success_time) };
}
