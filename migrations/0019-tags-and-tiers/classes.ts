/** Segments that were saved under a name; and what members are classed as, with the facts that decided. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, oneOf } from '../dialect.js';

export async function createSegments(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'segment')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('condition', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('saved_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('segment_pk', ['account_id', 'name'])
    .execute();
}

export async function createClasses(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'member_class')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn(...oneOf('axis', ['class', 'grade']))
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addPrimaryKeyConstraint('member_class_pk', ['member_id', 'account_id', 'axis'])
    .execute();
  await db.schema
    .createIndex('member_class_value')
    .on('member_class')
    .columns(['account_id', 'axis', 'value', 'member_id'])
    .execute();
}
