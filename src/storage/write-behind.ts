/**
 * Rows that a batch writes together: one statement for all of them, where every statement is a trip to another process.
 * Elsewhere each is written at once, by a statement of its own.
 */

import { type AliasedExpression, type Compilable, type CompiledQuery, type Selectable, sql } from 'kysely';
import type { Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Key } from './memory.js';
import { openTransactionOf } from './open-transaction.js';
import type { Schema } from './schema.js';
import { defineStatement, type Statement } from './statement.js';

export type TableName = keyof Schema;
export interface Rows {
  /** A JSON array of objects by the names of the columns. */
  readonly rows: string;
  readonly count: number;
}

export type RowsStatement = Statement<Rows, unknown>;
type Row = Readonly<Record<string, unknown>>;
/** What is to be written, as the table `told` with the columns of its own table. */
export type Told<Table extends TableName> = AliasedExpression<Selectable<Schema[Table]>, 'told'>;

/** Rows of one statement that wait in an open transaction. */
export class GatheredRows<Columns extends Row = Row> {
  readonly table: string;
  readonly #rows = new Map<Key, Columns>();
  readonly #compile: (rows: Rows) => CompiledQuery;

  constructor(table: string, compile: (rows: Rows) => CompiledQuery) {
    this.table = table;
    this.#compile = compile;
  }

  /** A row of the same key is merged into one. */
  add(key: Key, row: Columns, merge: (before: Columns, after: Columns) => Columns = takeLater): void {
    const before = this.#rows.get(key);
    this.#rows.set(key, before ? merge(before, row) : row);
  }

  compile(): CompiledQuery {
    return this.#compile({ rows: JSON.stringify([...this.#rows.values()]), count: this.#rows.size });
  }
}

interface WriteOptions<Parameters extends object, Table extends TableName, Columns extends Row> {
  readonly table: Table;
  readonly one: (tx: Tx, parameters: Parameters) => Compilable<unknown>;
  /** As `one` would have written each; no two of them have one key. */
  readonly all: (tx: Tx, told: Told<Table>) => Compilable<unknown>;
  keyOf(parameters: Parameters): Key;
  /** The columns that `all` looks at. */
  rowOf(parameters: Parameters): Columns;
  /** What is written of two rows of one key; the later one unless told. */
  merge?(before: Columns, after: Columns): Columns;
}

/** Writes rows that are known by a key. */
export class Write<Parameters extends object, Table extends TableName, Columns extends Row> {
  readonly #options: WriteOptions<Parameters, Table, Columns>;
  /** Writes a row at once. */
  readonly one: Statement<Parameters, unknown>;
  readonly #all: RowsStatement;

  constructor(options: WriteOptions<Parameters, Table, Columns>) {
    this.#options = options;
    this.one = defineStatement(options.one);
    this.#all = defineStatement((tx, p) => options.all(tx, toldIn(tx, options.table, p)));
  }

  run(tx: Tx, parameters: Parameters): Awaitable<unknown> {
    return this.gather(tx, parameters) ? undefined : this.one.run(tx, parameters);
  }

  /** True when the row now waits for others; false where rows are written one by one. */
  gather(tx: Tx, parameters: Parameters): boolean {
    const { table, keyOf, rowOf, merge } = this.#options;
    const gathered = gatheredBy<Columns>(tx, this, table, this.#all);
    gathered?.add(keyOf(parameters), rowOf(parameters), merge);
    return gathered !== undefined;
  }
}

/** Undefined where rows are written one by one. */
export function gatheredBy<Columns extends Row>(
  tx: Tx,
  kind: object,
  table: string,
  all: RowsStatement,
): GatheredRows<Columns> | undefined {
  const { held } = openTransactionOf(tx);
  if (held?.batch === undefined) return undefined;
  return held.gatheredBy(kind, () => new GatheredRows<Columns>(table, (rows) => all.compile(tx, rows)));
}

/** For PostgreSQL alone. */
export function toldIn<Table extends TableName>(tx: Tx, table: Table, { rows, count }: Rows): Told<Table> {
  const all = sql<Selectable<Schema[Table]>>`json_populate_recordset(null::${sql.table(table)}, cast(${rows} as json))`;
  // The planner takes any JSON for a hundred rows; the limit tells it how many these are.
  const told = tx.selectFrom(all.as('one')).selectAll().limit(count).as('told');
  return told as unknown as Told<Table>;
}

function takeLater<Columns>(_before: Columns, after: Columns): Columns {
  return after;
}
