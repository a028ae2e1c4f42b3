/** A message may be a picture, and follow another message; an account keeps a pace of its own. */

import type { Kysely } from 'kysely';
import { columnTypes } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await db.schema.alterTable('outbox').addColumn('picture', 'text').execute();
  await db.schema.alterTable('outbox').addColumn('follows_id', instant).execute();
  await db.schema.alterTable('account').addColumn('pacing', 'text').execute();
}
