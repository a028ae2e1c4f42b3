/** The clock of the database, for what several machines have to agree on. Everything else goes by the clock port. */

import { type RawBuilder, sql } from 'kysely';

/** PostgreSQL only. Integer milliseconds at the moment when it is evaluated, not when the transaction began. */
export function databaseNow(): RawBuilder<number> {
  return sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
}
