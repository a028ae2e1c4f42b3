/** Codes for cards that somebody said where others read along: each is kept for whoever said it first. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'kept_code')
    .addColumn('hash', 'text', (c) => c.primaryKey().references('card_code.hash'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('at', instant, (c) => c.notNull())
    .execute();
}
