/** Flash sales, and what was bought in them. What is left is counted down, and cannot fall below nothing. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

export async function createFlashSale(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'flash_sale')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('stock', 'integer', (c) => c.notNull().check(sql`stock > 0`))
    .addColumn('sold', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('price', 'integer', (c) => c.notNull().check(sql`price >= 0`))
    .addColumn(...oneOf('state', ['planned', 'open', 'sold-out', 'ended', 'cancelled']))
    .addColumn('opened_by', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('opened_at', instant, (c) => c.notNull())
    .addColumn('starts_at', instant, (c) => c.notNull())
    .addColumn('ends_at', instant, (c) => c.notNull())
    .addCheckConstraint('flash_sale_stock', sql`sold between 0 and stock`)
    .execute();
  await db.schema.createIndex('flash_sale_room').on('flash_sale').columns(['room_id', 'id']).execute();
  await sql`create unique index flash_sale_running on flash_sale (room_id) where state in ('planned', 'open')`.execute(
    db,
  );
  await createOrders(db);
}

async function createOrders(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'flash_sale_order')
    .addColumn('sale_id', instant, (c) => c.notNull().references('flash_sale.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('price', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('flash_sale_order_pk', ['sale_id', 'number'])
    .addUniqueConstraint('flash_sale_order_once', ['sale_id', 'member_id'])
    .execute();
  await db.schema.createIndex('flash_sale_order_member').on('flash_sale_order').column('member_id').execute();
}
