/**
 * Tables as they lie there, whatever they mean: for copying a whole database from SQLite to PostgreSQL, and comparing.
 *
 * Rows come in the order of their primary key, which is the same on both: text goes by its bytes.
 */

import { sql } from 'kysely';
import type { Tx } from './database.js';
import { PAGE } from './pages.js';

export type PlainValue = string | number | null;
export type PlainRow = Readonly<Record<string, PlainValue>>;

export interface PlainTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** In the order of the primary key. */
  readonly key: readonly PlainColumn[];
}

interface PlainColumn {
  readonly name: string;
  readonly isText: boolean;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  /** The place in the primary key, from 1; 0 for none. */
  readonly pk: number;
}

/** Of a SQLite database: the referenced before those that refer to them. Who runs what at the moment is left out. */
export async function listPlainTables(tx: Tx): Promise<readonly PlainTable[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'
    and name not like 'kysely_%' and name not like 'sqlite_%' and name <> 'worker' order by name`.execute(tx);
  const ordered: string[] = [];
  for (const { name } of rows) await addAfterReferenced(tx, name, ordered);
  const tables: PlainTable[] = [];
  for (const name of ordered) tables.push(await readTable(tx, name));
  return tables;
}

async function addAfterReferenced(tx: Tx, name: string, ordered: string[]): Promise<void> {
  if (ordered.includes(name)) return;
  const { rows } = await sql<{ table: string }>`select distinct "table" from pragma_foreign_key_list(${name})`.execute(
    tx,
  );
  for (const { table } of rows) if (table !== name) await addAfterReferenced(tx, table, ordered);
  ordered.push(name);
}

async function readTable(tx: Tx, name: string): Promise<PlainTable> {
  const { rows } = await sql<ColumnRow>`select name, type, pk from pragma_table_info(${name}) order by cid`.execute(tx);
  const key = rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  if (key.length === 0) throw new Error(`The table ${name} has no primary key.`);
  return {
    name,
    columns: rows.map((row) => row.name),
    key: key.map((column) => ({ name: column.name, isText: column.type.toLowerCase() === 'text' })),
  };
}

/** Of a SQLite database, in pages. */
export async function* pageSqlite(tx: Tx, table: PlainTable): AsyncGenerator<readonly PlainRow[], void> {
  const key = sql.join(table.key.map(({ name }) => sql.ref(name)));
  let after = sql``;
  for (;;) {
    const { rows } = await sql<PlainRow>`
      select ${columnsOf(table)} from ${sql.table(table.name)} ${after} order by ${key} limit ${PAGE}`.execute(tx);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = sql`where (${key}) > (${sql.join(table.key.map(({ name }) => last[name]))})`;
  }
}

/** Of a PostgreSQL database, in pages. One at a time in a transaction. */
export async function* pagePostgres(tx: Tx, table: PlainTable): AsyncGenerator<readonly PlainRow[], void> {
  const key = sql.join(
    table.key.map(({ name, isText }) => (isText ? sql`${sql.ref(name)} collate "C"` : sql.ref(name))),
  );
  await sql`
    declare plain_rows no scroll cursor for
    select ${columnsOf(table)} from ${sql.table(table.name)} order by ${key}`.execute(tx);
  for (;;) {
    const { rows } = await sql<PlainRow>`fetch ${sql.lit(PAGE)} from plain_rows`.execute(tx);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close plain_rows`.execute(tx);
}

/** Into a PostgreSQL database, ids and all. */
export async function appendPlainRows(tx: Tx, table: PlainTable, rows: readonly PlainRow[]): Promise<void> {
  const columns = columnsOf(table);
  await sql`
    insert into ${sql.table(table.name)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::json)`.execute(
    tx,
  );
}

/** Keeps everybody else out of these tables of a PostgreSQL database until the transaction ends. */
export async function lockTables(tx: Tx, tables: readonly PlainTable[]): Promise<void> {
  await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in access exclusive mode`.execute(tx);
}

export async function countRows(tx: Tx, { name }: PlainTable): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(tx);
  return Number(rows[0]?.count);
}

/** After rows came with ids of their own: the next id that a PostgreSQL database gives is higher than all of them. */
export async function continueIds(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(tx);
  for (const { name } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(${name}, 'id'), max(id)) from ${sql.table(name)}
      having max(id) is not null`.execute(tx);
  }
}

/** A PostgreSQL database knows its tables by what it has seen of them. */
export async function analyze(tx: Tx): Promise<void> {
  await sql`analyze`.execute(tx);
}

export async function readEncoding(tx: Tx): Promise<string> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(tx);
  return rows[0]?.server_encoding ?? '';
}

function columnsOf({ columns }: PlainTable) {
  return sql.join(columns.map((name) => sql.ref(name)));
}
