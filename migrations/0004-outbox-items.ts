/** What is collected for one message waits as items of that message, and no longer as messages that are merged later. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'outbox_item')
    .addColumn('outbox_id', instant, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('outbox_item_pk', ['outbox_id', 'position'])
    .execute();
  await sql`
    insert into outbox_item (outbox_id, position, value)
    select id, 1, body from outbox
    where state = 'planned' and sending_at is null and kind in ('acknowledgement', 'welcome', 'skipped-posts')`.execute(
    db,
  );
  // Their words left in another row, which holds them.
  await sql`delete from outbox where state = 'merged'`.execute(db);
  await db.schema.alterTable('outbox').dropColumn('carrier_id').execute();
}
