/** Accounts are leased: each has one owner at a time among the workers, and rows say how to reach its WeChat. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createTable } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  const alter = () => db.schema.alterTable('account');
  await alter().addColumn('puppet', 'text').execute();
  await alter().addColumn('puppet_options', 'text').execute();
  await alter().addColumn('lease_owner', 'text').execute();
  await alter().addColumn('lease_until', instant).execute();
  await alter()
    .addColumn('fence', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await alter()
    .addColumn('own_messages', 'text', (c) => c.check(sql`own_messages in ('unseen', 'shown', 'replayed')`))
    .execute();
  await createTable(db, 'worker')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seen_at', instant, (c) => c.notNull())
    .execute();
}
