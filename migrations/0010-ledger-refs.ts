/** Entries of the ledger that are not earned by a check-in name what they are for, and that at most once. */

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('points_entry').addColumn('ref', 'text').execute();
  await db.schema
    .createIndex('points_entry_ref')
    .unique()
    .on('points_entry')
    .columns(['room_id', 'member_id', 'reason', 'ref'])
    .where('ref', 'is not', null)
    .execute();
}
