/**
 * Copies a community from SQLite to an empty PostgreSQL: everything, compared row by row, in one transaction, or nothing.
 *
 * The file stays locked and as it was, so that nobody writes to it meanwhile, and it can be gone back to.
 */

import { migrations } from '../migrations/index.js';
import type { Database, Tx } from './storage/database.js';
import { listMigrations, migrateToLatest } from './storage/migrate.js';
import { openDatabase } from './storage/open-database.js';
import {
  analyze,
  appendPlainRows,
  continueIds,
  countRows,
  listPlainTables,
  lockTables,
  pagePostgres,
  pageSqlite,
  type PlainRow,
  type PlainTable,
  readEncoding,
} from './storage/plain-rows.js';

export interface CopyOptions {
  /** `file:PATH` */
  readonly from: string;
  /** `postgres://…` */
  readonly to: string;
  /** Hears of each table once its rows are there; nothing is kept before all are. */
  onTable(name: string, rows: number): void;
}

/** Rejects with one sentence when it may not or could not be done; the PostgreSQL database is then as empty as before. */
export async function copyToPostgres({ from, to, onTable }: CopyOptions): Promise<void> {
  const source = await openSource(from);
  try {
    const target = openTarget(to);
    try {
      await migrateToLatest(target, migrations);
      await source.transaction((theirs) => target.transaction((ours) => copyAll(theirs, ours, onTable)));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function openSource(url: string): Promise<Database> {
  if (!/^(file|sqlite):/.test(url)) throw new Error('--from must be a SQLite database: file:PATH.');
  // Opening for reading alone makes no file where there is none.
  await openDatabase(url, () => {}, { shared: true }).close();
  const source = openDatabase(url);
  const applied = await listMigrations(source);
  if (applied.join() === Object.keys(migrations).join()) return source;
  await source.close();
  throw new Error(`The SQLite database is of another version of Zaoba. Bring it up to date first: npm run migrate.`);
}

function openTarget(url: string): Database {
  if (!/^postgres(ql)?:/.test(url))
    throw new Error('--to must be a PostgreSQL database: postgres://user@host/database.');
  return openDatabase(url);
}

async function copyAll(source: Tx, target: Tx, onTable: CopyOptions['onTable']): Promise<void> {
  const tables = await listPlainTables(source);
  await lockTables(target, tables);
  await refuseUnfit(target, tables);
  for (const table of tables) onTable(table.name, await copyTable(source, target, table));
  await continueIds(target);
  for (const table of tables) await compareTable(source, target, table);
  await analyze(target);
}

async function refuseUnfit(target: Tx, tables: readonly PlainTable[]): Promise<void> {
  const encoding = await readEncoding(target);
  if (encoding !== 'UTF8') throw new Error(`The PostgreSQL database has the encoding ${encoding}. Make one with UTF8.`);
  for (const table of tables) {
    const rows = await countRows(target, table);
    if (rows > 0)
      throw new Error(`The PostgreSQL database is not empty: ${table.name} has ${rows} rows. Name an empty one.`);
  }
}

async function copyTable(source: Tx, target: Tx, table: PlainTable): Promise<number> {
  let copied = 0;
  for await (const rows of pageSqlite(source, table)) {
    for (const row of rows) refuseUnstorable(table, row);
    try {
      await appendPlainRows(target, table, rows);
    } catch (error) {
      throw new Error(`${table.name} could not be copied: ${String(error)}`, { cause: error });
    }
    copied += rows.length;
  }
  return copied;
}

/** Text is cleaned before it is stored, so it takes another hand than ours to bring this about. */
function refuseUnstorable(table: PlainTable, row: PlainRow): void {
  const bad = table.columns.find((column) => String(row[column]).includes('\0'));
  if (bad !== undefined) throw new Error(`${nameOf(table, row)} has a U+0000 in ${bad}, which PostgreSQL cannot hold.`);
}

async function compareTable(source: Tx, target: Tx, table: PlainTable): Promise<void> {
  const copies = pagePostgres(target, table);
  for await (const rows of pageSqlite(source, table)) {
    const copy = (await copies.next()).value ?? [];
    for (const [index, row] of rows.entries()) refuseDifferent(table, row, copy[index]);
    if (copy.length > rows.length) throw new Error(`${table.name} has more rows in PostgreSQL. Nothing was kept.`);
  }
  if (!(await copies.next()).done) throw new Error(`${table.name} has more rows in PostgreSQL. Nothing was kept.`);
}

function refuseDifferent(table: PlainTable, row: PlainRow, copy: PlainRow | undefined): void {
  if (copy && table.columns.every((column) => copy[column] === row[column])) return;
  throw new Error(`${nameOf(table, row)} is not the same in PostgreSQL. Nothing was kept.`);
}

function nameOf({ name, key }: PlainTable, row: PlainRow): string {
  return `${name} ${key.map((column) => String(row[column.name])).join(', ')}`;
}
