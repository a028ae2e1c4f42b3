/** Rows that are inserted on the hot path, and whose ids are wanted at once. */

import type { Insertable } from 'kysely';
import { andThen, type Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import { takeId, takesIdsAhead } from './ids-ahead.js';
import type { Schema } from './schema.js';
import { defineStatement, type Statement } from './statement.js';
import {
  type Columns,
  type ColumnsStatement,
  columnsOf,
  gatheredBy,
  type Shape,
  type TableName,
  toldIn,
} from './write-behind.js';

type RowOf<Parameters, Table extends TableName> = (parameters: Parameters) => Insertable<Schema[Table]>;

/** Gives the id that the database gave to the new row. */
export class InsertStatement<Parameters extends object, Id extends number, Table extends TableName> {
  readonly #table: Table;
  readonly #rowOf: RowOf<Parameters, Table>;
  readonly #inserting: Statement<Parameters, unknown>;
  readonly #returning: Statement<Parameters, { readonly id: number }>;
  readonly #all: ColumnsStatement;
  readonly #shape: Shape;

  constructor(table: Table, texts: readonly string[], rowOf: RowOf<Parameters, Table>) {
    takesIdsAhead(table);
    this.#table = table;
    this.#rowOf = rowOf;
    this.#inserting = defineStatement((tx, p) => insertOne(tx, table, rowOf(p)));
    this.#returning = defineStatement((tx, p) => insertOne(tx, table, rowOf(p)).returning('id'));
    this.#shape = { columns: ['id', ...columnsOf(rowOf)], texts };
    this.#all = defineStatement((tx, p) => insertAll(tx, table, this.#shape, p));
  }

  run(tx: Tx, parameters: Parameters): Awaitable<Id> {
    // SQLite keeps the id at hand; asking for it in the statement makes that a third slower.
    const id = this.#inserting.insertAtOnce(tx, parameters);
    return id === undefined ? (this.#gather(tx, parameters) ?? this.#insert(tx, parameters)) : (id as Id);
  }

  async #insert(tx: Tx, parameters: Parameters): Promise<Id> {
    const row = await this.#returning.first(tx, parameters);
    if (!row) throw new Error('The database gave no id.');
    return row.id as Id;
  }

  /** The id under which the row waits for others; undefined where rows are written one by one. */
  #gather(tx: Tx, parameters: Parameters): Awaitable<Id> | undefined {
    const gathered = gatheredBy(tx, this, { table: this.#table, shape: this.#shape, all: this.#all });
    if (!gathered) return undefined;
    return andThen(takeId(tx, this.#table), (id) => {
      gathered.add(id, { id, ...this.#rowOf(parameters) });
      return id as Id;
    });
  }
}

/** Any table whose rows have ids would do: to the types they are all one. */
function insertOne(tx: Tx, table: TableName, row: object) {
  return tx.insertInto(table as 'check_in').values(row as Insertable<Schema['check_in']>);
}

/** The columns that no row names have their defaults. */
function insertAll(tx: Tx, table: TableName, shape: Shape, columns: Columns) {
  const names = shape.columns as 'id'[];
  return tx
    .insertInto(table as 'check_in')
    .columns(names)
    .expression(tx.selectFrom(toldIn<'check_in'>(shape, columns)).select(names));
}

/**
 * `texts` are the columns that hold text; the others hold whole numbers. `rowOf` only puts parameters in columns, always the
 * same: it must not decide by their values.
 */
export function defineInsert<Parameters extends object, Id extends number, Table extends TableName>(
  table: Table,
  texts: readonly (keyof Schema[Table] & string)[],
  rowOf: RowOf<Parameters, Table>,
): InsertStatement<Parameters, Id, Table> {
  return new InsertStatement(table, texts, rowOf);
}
