/**
 * Many rows as one value. A row of the driver's costs more than finding it, where there are dozens for each of thousands of
 * rooms.
 */

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.js';
import { isPostgres } from './lock.js';

/** Of all rows of a query, in any order: a JSON array of arrays with these columns. */
export function packed(tx: Tx, columns: readonly string[]): RawBuilder<string> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  return isPostgres(tx)
    ? sql<string>`coalesce(json_agg(json_build_array(${list})), '[]')::text`
    : sql<string>`json_group_array(json_array(${list}))`;
}
