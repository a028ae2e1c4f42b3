/** A card is what members pay for; what is drawn of words and figures is a graphic. */

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').renameColumn('card', 'graphic').execute();
}
