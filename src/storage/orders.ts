/** Orders, in fen. A row is never taken away, and whoever changes one holds it until the transaction ends. */

import type { CardKind } from '../domain/card-kind.js';
import type { AccountId, CourseId, MemberId, OrderId, RoomId } from '../domain/ids.js';
import type { OrderSource, OrderState } from '../domain/order.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Order {
  readonly id: OrderId;
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  readonly roomId: RoomId | null;
  readonly kind: CardKind;
  readonly amount: number;
  readonly credit: number;
  readonly refunded: number;
  readonly state: OrderState;
  readonly source: OrderSource;
  readonly number: string | null;
  readonly note: string | null;
  readonly createdAt: number;
  readonly paidAt: number | null;
}

export const ORDER = [
  'sales_order.id',
  'sales_order.account_id as accountId',
  'sales_order.member_id as memberId',
  'sales_order.course_id as courseId',
  'sales_order.room_id as roomId',
  'sales_order.kind',
  'sales_order.amount',
  'sales_order.credit',
  'sales_order.refunded',
  'sales_order.state',
  'sales_order.source',
  'sales_order.number',
  'sales_order.note',
  'sales_order.created_at as createdAt',
  'sales_order.paid_at as paidAt',
] as const;

export interface OrderDraft {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  readonly roomId: RoomId | null;
  readonly kind: CardKind;
  readonly amount: number;
  readonly credit: number;
  readonly source: OrderSource;
  readonly number: string | null;
  readonly note: string | null;
  readonly by: MemberId | null;
}

/** Undefined where there is an order of that number already. */
export async function appendOrder(
  tx: Tx,
  accountId: AccountId,
  { memberId, courseId, roomId, by, note, ...draft }: OrderDraft,
  now: number,
): Promise<OrderId | undefined> {
  const row = await tx
    .insertInto('sales_order')
    .values({
      account_id: accountId,
      member_id: memberId,
      course_id: courseId,
      room_id: roomId,
      ...draft,
      note: note === null ? null : cleanText(note),
      state: 'pending',
      by_member_id: by,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function lockOrder(tx: Tx, accountId: AccountId, id: number): Promise<Order | undefined> {
  const query = tx.selectFrom('sales_order').select(ORDER).where('account_id', '=', accountId);
  return lockRows(tx, query.where('id', '=', id as OrderId)).executeTakeFirst();
}

export async function lockOrderByNumber(tx: Tx, accountId: AccountId, number: string): Promise<Order | undefined> {
  const query = tx.selectFrom('sales_order').select(ORDER).where('account_id', '=', accountId);
  return lockRows(tx, query.where('number', '=', number)).executeTakeFirst();
}

/** By the payment service's name for its payment. */
export async function lockOrderOf(tx: Tx, accountId: AccountId, transactionId: string): Promise<Order | undefined> {
  const query = tx.selectFrom('sales_order').select(ORDER).where('account_id', '=', accountId);
  return lockRows(tx, query.where('transaction_id', '=', transactionId)).executeTakeFirst();
}

interface Payment {
  readonly at: number;
  /** The payment service's name for it; null where it was paid otherwise. */
  readonly transactionId: string | null;
}

export async function markPaid(tx: Tx, id: OrderId, { at, transactionId }: Payment): Promise<void> {
  const paid = { state: 'paid', paid_at: at, transaction_id: transactionId } as const;
  await tx.updateTable('sales_order').set(paid).where('id', '=', id).execute();
}

/** `refunded`: in all, of this and former refunds. */
export async function markRefunded(
  tx: Tx,
  id: OrderId,
  { state, refunded, at }: { readonly state: OrderState; readonly refunded: number; readonly at: number | null },
): Promise<void> {
  await tx.updateTable('sales_order').set({ state, refunded, refunded_at: at }).where('id', '=', id).execute();
}

/** Its numbers are free for another order. */
export async function markCancelled(tx: Tx, id: OrderId): Promise<void> {
  const cancelled = { state: 'cancelled', number: null, transaction_id: null } as const;
  await tx.updateTable('sales_order').set(cancelled).where('id', '=', id).execute();
}
