/** Ids that a batch takes from the database together, for rows that it writes later. */

import { sql } from 'kysely';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { openTransactionOf } from './open-transaction.js';
import { defineStatement } from './statement.js';

const nextIds = defineStatement((tx, p: { table: string; count: number }) =>
  tx
    .selectFrom(sql`generate_series(1, cast(${p.count} as integer))`.as('one'))
    // In a subquery the name is looked up once and not for every id.
    .select(
      sql<number>`nextval((select cast(pg_get_serial_sequence(cast(${p.table} as text), 'id') as regclass)))`.as('id'),
    ),
);

/** For a transaction that is a batch. One that nobody comes to use is left out for ever. */
export async function takeId(tx: Tx, table: string): Promise<number> {
  const { held } = openTransactionOf(tx);
  if (held?.batch === undefined) throw new Error('Ids are taken ahead in batches alone.');
  const ids = held.idsOf(table);
  if (ids.length === 0) {
    const taken = await nextIds.all(tx, { table, count: idsFor(held.batch) });
    // The lowest is taken first.
    ids.push(...taken.map(({ id }) => id).reverse());
  }
  const id = ids.pop();
  if (id === undefined) throw new Error(`The database gave no id for ${table}.`);
  return id;
}

/** A message may bring a row, and now and then one more. */
function idsFor({ size }: Batch): number {
  return size + Math.ceil(size / 2);
}
