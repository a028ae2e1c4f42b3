/**
 * What was checked in during trials whose days are past: following the chains of check-ins back to them took longer with every
 * day that a member stayed. And the orders of a member by course, for the same table.
 */

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { columnTypes, createClusteredTable } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'trial_record')
    .addColumn('trial_id', instant, (c) => c.primaryKey().references('trial.id'))
    .addColumn('soon', 'integer', (c) => c.notNull().check(sql`soon in (0, 1)`))
    .addColumn('days', 'integer', (c) => c.notNull())
    .addColumn('tail', instant, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('trial_of_member').on('trial').columns(['member_id']).execute();
  await db.schema.createIndex('trial_began').on('trial').columns(['began_room_id', 'began_day']).execute();
  await db.schema
    .createIndex('sales_order_bought')
    .on('sales_order')
    .columns(['member_id', 'course_id', 'paid_at'])
    .execute();
}
