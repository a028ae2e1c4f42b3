/** A message may be a picture; an account keeps a pace of its own. */

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('picture', 'text').execute();
  await db.schema.alterTable('account').addColumn('pacing', 'text').execute();
}
