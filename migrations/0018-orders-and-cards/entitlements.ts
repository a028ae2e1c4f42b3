/** What a kind of card brings, what each order brought of it, and every use. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

const KINDS = ['day', 'week', 'month', 'quarter', 'year', 'lifetime'];

/** Without a quota: as often as one likes. */
export async function createEntitlements(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'entitlement_rule')
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn(...oneOf('kind', KINDS))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('quota', 'integer', (c) => c.check(sql`quota > 0`))
    .addPrimaryKeyConstraint('entitlement_rule_pk', ['course_id', 'kind', 'name'])
    .execute();
  await createEntitlement(db);
  await createEntitlementUse(db);
}

async function createEntitlement(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'entitlement')
    .addColumn('id', ...serial(db))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn('order_id', instant, (c) => c.notNull().references('sales_order.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('quota', 'integer')
    .addColumn('used', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('granted_at', instant, (c) => c.notNull())
    .addColumn('revoked_at', instant)
    .addUniqueConstraint('entitlement_order', ['order_id', 'name'])
    .addCheckConstraint('entitlement_used', sql`used >= 0 and (quota is null or used <= quota)`)
    .execute();
  await db.schema
    .createIndex('entitlement_member')
    .on('entitlement')
    .columns(['member_id', 'course_id', 'id'])
    .execute();
}

async function createEntitlementUse(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'entitlement_use')
    .addColumn('id', ...serial(db))
    .addColumn('entitlement_id', instant, (c) => c.notNull().references('entitlement.id'))
    .addColumn('by_member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('note', 'text')
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('undone_at', instant)
    .execute();
  await db.schema.createIndex('entitlement_use_of').on('entitlement_use').columns(['entitlement_id', 'id']).execute();
}
