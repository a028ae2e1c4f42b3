/** Orders as they are shown: with the names of who bought, and of the course. */

import type { CardKind } from '../domain/card-kind.js';
import type { AccountId, CourseId, MemberId, OrderId } from '../domain/ids.js';
import type { OrderSource, OrderState } from '../domain/order.js';
import type { Tx } from './database.js';

export interface ShownOrder {
  readonly id: OrderId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly courseId: CourseId;
  readonly course: string;
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
  /** Of who wrote it down; null where nobody did. */
  readonly by: string | null;
}

function selectShown(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('sales_order')
    .innerJoin('member', 'member.id', 'sales_order.member_id')
    .innerJoin('course', 'course.id', 'sales_order.course_id')
    .leftJoin('member as writer', 'writer.id', 'sales_order.by_member_id')
    .select([
      'sales_order.id',
      'member_id as memberId',
      'member.name',
      'course_id as courseId',
      'course.name as course',
    ])
    .select(['sales_order.kind', 'amount', 'credit', 'refunded', 'state', 'source', 'number', 'note'])
    .select(['sales_order.created_at as createdAt', 'paid_at as paidAt', 'writer.name as by'])
    .where('sales_order.account_id', '=', accountId);
}

/** The newest first. */
export async function listOrders(
  tx: Tx,
  accountId: AccountId,
  { limit, courseId, memberId }: { readonly limit: number; readonly courseId?: CourseId; readonly memberId?: MemberId },
): Promise<ShownOrder[]> {
  let query = selectShown(tx, accountId);
  if (courseId !== undefined) query = query.where('sales_order.course_id', '=', courseId);
  if (memberId !== undefined) query = query.where('sales_order.member_id', '=', memberId);
  return query.orderBy('sales_order.id', 'desc').limit(limit).execute();
}

export async function findShownOrder(tx: Tx, accountId: AccountId, id: number): Promise<ShownOrder | undefined> {
  return selectShown(tx, accountId)
    .where('sales_order.id', '=', id as OrderId)
    .executeTakeFirst();
}

/** What was paid for the orders of a member, credit for a former card included. */
export async function listPaidAmounts(tx: Tx, memberId: MemberId): Promise<ReadonlyMap<OrderId, number>> {
  const rows = await tx
    .selectFrom('sales_order')
    .select(['id', 'amount', 'credit'])
    .where('member_id', '=', memberId)
    .where('state', '=', 'paid')
    .execute();
  return new Map(rows.map(({ id, amount, credit }) => [id, amount + credit]));
}
