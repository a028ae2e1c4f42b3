/** Orders, and what the payment service told of them. Amounts in fen. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createTable, oneOf, serial } from '../dialect.js';

export async function createOrders(db: Kysely<unknown>): Promise<void> {
  await createSalesOrder(db);
  await db.schema.createIndex('sales_order_member').on('sales_order').columns(['member_id', 'id']).execute();
  await db.schema.createIndex('sales_order_account').on('sales_order').columns(['account_id', 'id']).execute();
  await createPaymentNotice(db);
}

/** A row is never taken away: an order that was undone is cancelled. */
async function createSalesOrder(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await bought(db)
    .addColumn('refunded', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn(...oneOf('state', ['pending', 'paid', 'refunded', 'cancelled']))
    .addColumn(...oneOf('source', ['staff', 'code', 'import', 'payment']))
    .addColumn('number', 'text')
    .addColumn('transaction_id', 'text')
    .addColumn('note', 'text')
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('paid_at', instant)
    .addColumn('refunded_at', instant)
    .addUniqueConstraint('sales_order_number', ['account_id', 'number'])
    .addUniqueConstraint('sales_order_transaction', ['account_id', 'transaction_id'])
    .addCheckConstraint('sales_order_refunded', sql`refunded >= 0 and refunded <= amount`)
    .execute();
}

/** Who buys what, and for how much. */
function bought(db: Kysely<unknown>) {
  return createTable(db, 'sales_order')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn('room_id', 'integer', (c) => c.references('room.id'))
    .addColumn(...oneOf('kind', ['day', 'week', 'month', 'quarter', 'year', 'lifetime']))
    .addColumn('amount', 'integer', (c) => c.notNull().check(sql`amount >= 0`))
    .addColumn('credit', 'integer', (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`credit >= 0`),
    );
}

/** `key`: the payment or the refund that it tells of, so that each counts once however often it is told. */
async function createPaymentNotice(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'payment_notice')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('notice_id', 'text', (c) => c.notNull())
    .addColumn(...oneOf('type', ['paid', 'refunded']))
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('transaction_id', 'text', (c) => c.notNull())
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('received_at', instant, (c) => c.notNull())
    .addColumn(...oneOf('state', ['applied', 'unclaimed', 'mismatch', 'waiting', 'settled']))
    .addColumn('order_id', instant, (c) => c.references('sales_order.id'))
    .addUniqueConstraint('payment_notice_key', ['account_id', 'key'])
    .addUniqueConstraint('payment_notice_notice', ['account_id', 'notice_id'])
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('payment_notice');
  await index('payment_notice_transaction').columns(['account_id', 'transaction_id']).execute();
}
