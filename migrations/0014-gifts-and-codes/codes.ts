/** Codes that are handed out, in batches. */

import type { Kysely } from 'kysely';
import { columnTypes, createTable, serial } from '../dialect.js';

/** Whose they are is noted in the row of the code, so that a code is never two people's. */
export async function createCodes(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'code_batch')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('last_day', 'integer')
    .addColumn('created_at', instant, (c) => c.notNull())
    .addUniqueConstraint('code_batch_name', ['account_id', 'name'])
    .execute();
  await createTable(db, 'coupon_code')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('batch_id', instant, (c) => c.notNull().references('code_batch.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('redemption_id', instant)
    .addColumn('handed_at', instant)
    .addColumn('shown_at', instant)
    .addUniqueConstraint('coupon_code_code', ['account_id', 'code'])
    .execute();
  await indexCodes(db);
}

async function indexCodes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, table: string) => db.schema.createIndex(name).on(table);
  await index('code_batch_account', 'code_batch').columns(['account_id', 'id']).execute();
  await index('coupon_code_batch', 'coupon_code').columns(['batch_id', 'member_id', 'id']).execute();
  await index('coupon_code_member', 'coupon_code').columns(['member_id', 'id']).execute();
}
