/** Ids that a batch takes from the database together, for rows that it writes later. */

import { sql } from 'kysely';
import { andThen, type Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Batch, Held } from './held.js';
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

/** Of the rows that a batch writes later. */
const tables = new Set<string>();

export function takesIdsAhead(table: string): void {
  tables.add(table);
}

/** Sends for the ids of a batch, so that they come together with the next answer. */
export function startTakingIds(tx: Tx): void {
  const { held } = openTransactionOf(tx);
  // It may be that nobody comes to take one.
  if (held?.batch !== undefined && held.timesAhead(tables) === 1) fetch(tx, held, held.batch).catch(() => {});
}

/** For a transaction that is a batch. An id that nobody comes to use is left out for ever. */
export function takeId(tx: Tx, table: string): Awaitable<number> {
  const { held } = openTransactionOf(tx);
  if (held?.batch === undefined) throw new Error('Ids are taken ahead in batches alone.');
  const ids = held.idsOf(table);
  const fetched = ids.length === 0 ? fetch(tx, held, held.batch) : undefined;
  return andThen(fetched, () => {
    const id = ids.pop();
    if (id === undefined) throw new Error(`The database gave no id for ${table}.`);
    return id;
  });
}

function fetch(tx: Tx, held: Held, batch: Batch): Promise<void> {
  held.fetchingIds ??= fetchIds(tx, held, batch).finally(() => (held.fetchingIds = undefined));
  return held.fetchingIds;
}

/** For all tables that have run out, since who writes one of them writes the others. */
async function fetchIds(tx: Tx, held: Held, { size }: Batch): Promise<void> {
  // A message may bring a row, and now and then one more.
  const count = size + Math.ceil(size / 2);
  const fetching = [...tables].map(async (table) => {
    const ids = held.idsOf(table);
    if (ids.length > 0) return;
    const rows = (await held.send(nextIds.compile(tx, { table, count }))) as readonly { readonly id: number }[];
    // The lowest is taken first.
    ids.push(...rows.map(({ id }) => id).reverse());
  });
  await Promise.all(fetching);
}
