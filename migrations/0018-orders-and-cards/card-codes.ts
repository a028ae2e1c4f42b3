/** Codes that are good for a card: only their hashes are kept. And wrong ones, which are counted. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

const KINDS = ['day', 'week', 'month', 'quarter', 'year', 'lifetime'];

export async function createCardCodes(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'card_code_batch')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn(...oneOf('kind', KINDS))
    .addColumn('last_day', 'integer')
    .addColumn('by_member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('revoked_at', instant)
    .execute();
  await db.schema.createIndex('card_code_batch_account').on('card_code_batch').columns(['account_id', 'id']).execute();
  await createCardCode(db);
  await createCardCodeTry(db);
}

/** Whose it became stands in the row of the code, so that a code is never two people's. */
async function createCardCode(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'card_code')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('batch_id', instant, (c) => c.notNull().references('card_code_batch.id'))
    .addColumn('order_id', instant, (c) => c.references('sales_order.id'))
    .addColumn('used_at', instant)
    .execute();
  await db.schema.createIndex('card_code_batch_codes').on('card_code').columns(['batch_id', 'used_at']).execute();
}

async function createCardCodeTry(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'card_code_try')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('last_at', instant, (c) => c.notNull())
    .addColumn('locks', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('locked_until', instant)
    .addPrimaryKeyConstraint('card_code_try_pk', ['account_id', 'member_id'])
    .execute();
}
