/**
 * Rows that a batch writes together: one statement for all of them, where every statement is a trip to another process.
 * Elsewhere each is written at once, by a statement of its own.
 */

import { type AliasedExpression, type Compilable, type CompiledQuery, type Selectable, sql } from 'kysely';
import { arrayLiteral, type Element } from './array-literal.js';
import type { Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Key } from './memory.js';
import { openTransactionOf } from './open-transaction.js';
import type { Schema } from './schema.js';
import { defineStatement, PARAMETERS, type Statement } from './statement.js';

export type TableName = keyof Schema;
/** Rows, a column at a time: by its name the literal of an array. */
export type Columns = Readonly<Record<string, string>>;
export type ColumnsStatement = Statement<Columns, unknown>;
type Row = Readonly<Record<string, Element>>;

/** The columns of a row that is written. */
export interface Shape {
  readonly columns: readonly string[];
  /** Those that hold text; the others hold whole numbers. */
  readonly texts: readonly string[];
}

/** What is to be written, as the table `told` with the columns of its own table. */
export type Told<Table extends TableName> = AliasedExpression<Selectable<Schema[Table]>, 'told'>;

/** Rows of one statement that wait in an open transaction. */
export class GatheredRows<One extends Row = Row> {
  readonly table: string;
  readonly #rows = new Map<Key, One>();
  readonly #shape: Shape;
  readonly #compile: (columns: Columns) => CompiledQuery;

  constructor(table: string, shape: Shape, compile: (columns: Columns) => CompiledQuery) {
    this.table = table;
    this.#shape = shape;
    this.#compile = compile;
  }

  /** A row of the same key is merged into one. */
  add(key: Key, row: One, merge: (before: One, after: One) => One = takeLater): void {
    const before = this.#rows.get(key);
    this.#rows.set(key, before ? merge(before, row) : row);
  }

  compile(): CompiledQuery {
    const rows = [...this.#rows.values()];
    const literal = (name: string) => arrayLiteral(rows.map((row) => row[name] ?? null));
    return this.#compile(Object.fromEntries(this.#shape.columns.map((name) => [name, literal(name)])));
  }
}

interface WriteOptions<Parameters extends object, Table extends TableName, One extends Row> {
  readonly table: Table;
  readonly one: (tx: Tx, parameters: Parameters) => Compilable<unknown>;
  /** As `one` would have written each; no two of them have one key. */
  readonly all: (tx: Tx, told: Told<Table>) => Compilable<unknown>;
  keyOf(parameters: Parameters): Key;
  /** The columns that `all` looks at: whole numbers, always the same parameter in the same column. */
  rowOf(parameters: Parameters): One;
  /** What is written of two rows of one key; the later one unless told. */
  merge?(before: One, after: One): One;
}

/** Writes rows of numbers that are known by a key. */
export class Write<Parameters extends object, Table extends TableName, One extends Row> {
  readonly #options: WriteOptions<Parameters, Table, One>;
  /** Writes a row at once. */
  readonly one: Statement<Parameters, unknown>;
  readonly #all: ColumnsStatement;
  readonly #shape: Shape;

  constructor(options: WriteOptions<Parameters, Table, One>) {
    this.#options = options;
    this.one = defineStatement(options.one);
    this.#shape = { columns: columnsOf(options.rowOf), texts: [] };
    this.#all = defineStatement((tx, p) => options.all(tx, toldIn(this.#shape, p)));
  }

  run(tx: Tx, parameters: Parameters): Awaitable<unknown> {
    return this.gather(tx, parameters) ? undefined : this.one.run(tx, parameters);
  }

  /** True when the row now waits for others; false where rows are written one by one. */
  gather(tx: Tx, parameters: Parameters): boolean {
    const { table, keyOf, rowOf, merge } = this.#options;
    const gathered = gatheredBy<One>(tx, this, { table, shape: this.#shape, all: this.#all });
    gathered?.add(keyOf(parameters), rowOf(parameters), merge);
    return gathered !== undefined;
  }
}

/** Undefined where rows are written one by one. */
export function gatheredBy<One extends Row>(
  tx: Tx,
  kind: object,
  { table, shape, all }: { readonly table: string; readonly shape: Shape; readonly all: ColumnsStatement },
): GatheredRows<One> | undefined {
  const { held } = openTransactionOf(tx);
  if (held?.batch === undefined) return undefined;
  return held.gatheredBy(kind, () => new GatheredRows<One>(table, shape, (columns) => all.compile(tx, columns)));
}

/** The columns that `rowOf` puts parameters in. */
export function columnsOf<Parameters extends object>(rowOf: (parameters: Parameters) => object): string[] {
  return Object.keys(rowOf(PARAMETERS as Parameters));
}

/** The literals of a shape as a table, for PostgreSQL alone. */
export function toldIn<Table extends TableName>({ columns, texts }: Shape, literals: Columns): Told<Table> {
  const arrays = columns.map((name) => {
    const type = sql.raw(texts.includes(name) ? 'text[]' : 'bigint[]');
    return sql`cast(${literals[name]} as ${type})`;
  });
  const names = sql.join(columns.map((name) => sql.ref(name)));
  return sql<Selectable<Schema[Table]>>`unnest(${sql.join(arrays)})`.as<'told'>(sql`told(${names})`);
}

function takeLater<One>(_before: One, after: One): One {
  return after;
}
