/** What the two dialects spell differently in a migration; everything else is written once. */

import {
  type ColumnBuilderCallback,
  type ColumnDataType,
  type CreateTableBuilder,
  type Kysely,
  PostgresAdapter,
  sql,
} from 'kysely';

type Any = Kysely<unknown>;

export function isPostgres(db: Any): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** `instant`: integer milliseconds, and other integers beyond 32 bits. */
export function columnTypes(db: Any): { readonly instant: ColumnDataType } {
  return { instant: isPostgres(db) ? 'bigint' : 'integer' };
}

/** An id that the database gives. On SQLite it is the rowid. */
export function serial(db: Any): [ColumnDataType, ColumnBuilderCallback] {
  if (!isPostgres(db)) return ['integer', (column) => column.primaryKey()];
  return ['bigint', (column) => column.primaryKey().generatedByDefaultAsIdentity()];
}

/** A table that checks its types: strict on SQLite, as ever on PostgreSQL. */
export function createTable(db: Any, name: string): CreateTableBuilder<string> {
  const table = db.schema.createTable(name);
  return isPostgres(db) ? table : table.modifyEnd(sql`strict`);
}

/** The same, stored in the order of its primary key on SQLite. */
export function createClusteredTable(db: Any, name: string): CreateTableBuilder<string> {
  const table = db.schema.createTable(name);
  return isPostgres(db) ? table : table.modifyEnd(sql`strict, without rowid`);
}

/** A boolean, as 0 or 1, false unless told. */
export function flag(name: string, value: 0 | 1 = 0): [string, ColumnDataType, ColumnBuilderCallback] {
  const allowed = sql`${sql.ref(name)} in (0, 1)`;
  return [name, 'integer', (column) => column.notNull().defaultTo(value).check(allowed)];
}

/** A text that is one of a few words. */
export function oneOf(name: string, words: readonly string[]): [string, ColumnDataType, ColumnBuilderCallback] {
  const list = sql.join(words.map((word) => sql.lit(word)));
  return [name, 'text', (column) => column.notNull().check(sql`${sql.ref(name)} in (${list})`)];
}

/** After rows came with ids of their own: the next id is higher than all of them. SQLite sees to that by itself. */
export async function continueSerial(db: Any, table: string): Promise<void> {
  if (!isPostgres(db)) return;
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), greatest((select max(id) from ${sql.table(table)}), 1))`.execute(
    db,
  );
}
