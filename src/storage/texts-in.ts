/** A list of texts as rows, so that one prepared statement takes however many there are. */

import { type AliasedRawBuilder, sql } from 'kysely';
import type { Tx } from './database.js';
import { isPostgres } from './lock.js';

/** `texts`: a JSON array of strings, without NUL. As the table `told` with the column `value`. */
export function textsIn(tx: Tx, texts: string): AliasedRawBuilder<{ value: string }, 'told'> {
  const rows = isPostgres(tx)
    ? sql<{ value: string }>`jsonb_array_elements_text(cast(${texts} as jsonb))`
    : sql<{ value: string }>`json_each(${texts})`;
  return rows.as<'told'>(isPostgres(tx) ? sql`told(value)` : sql.ref('told'));
}
