/** A message may bear a card: what a picture shows, until it is drawn as the message leaves. */

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('card', 'text').execute();
}
