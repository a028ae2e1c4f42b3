/** What memberships, check-ins, rooms and accounts hold besides. */

import { type Kysely, sql } from 'kysely';
import { columnTypes } from '../dialect.js';

export async function addFigures(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  const alter = (table: string) => db.schema.alterTable(table);
  await alter('membership').addColumn('covered_to', 'integer').execute();
  await alter('membership')
    .addColumn('freezes', 'integer', (c) =>
      c
        .notNull()
        .defaultTo(0)
        .check(sql`freezes >= 0`),
    )
    .execute();
  await alter('check_in')
    .addColumn('source', 'text', (c) => c.check(sql`source in ('make-up', 'staff', 'chain')`))
    .execute();
  await alter('room').addColumn('closed_day', 'integer').execute();
  await alter('account').addColumn('online_seen_at', instant).execute();
  await alter('account').addColumn('offline_since', instant).execute();
}
