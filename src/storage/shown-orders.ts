/** Orders as they are shown: with the names of who bought, and of the course. */

import type { AccountId, CourseId, MemberId, OrderId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { ORDER, type Order } from './orders.js';

export interface ShownOrder extends Order {
  readonly name: string;
  readonly course: string;
  /** Of who wrote it down; null where nobody did. */
  readonly by: string | null;
}

function selectShown(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('sales_order')
    .innerJoin('member', 'member.id', 'sales_order.member_id')
    .innerJoin('course', 'course.id', 'sales_order.course_id')
    .leftJoin('member as writer', 'writer.id', 'sales_order.by_member_id')
    .select([...ORDER, 'member.name', 'course.name as course', 'writer.name as by'])
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

/** What was paid for the orders of a member and not paid back, credit for a former card included. */
export async function listPaidAmounts(tx: Tx, memberId: MemberId): Promise<ReadonlyMap<OrderId, number>> {
  const rows = await tx
    .selectFrom('sales_order')
    .select(['id', 'amount', 'credit', 'refunded'])
    .where('member_id', '=', memberId)
    .where('state', '=', 'paid')
    .execute();
  return new Map(rows.map(({ id, amount, credit, refunded }) => [id, amount + credit - refunded]));
}
