/** Statements prepared on the one connection to a SQLite file. */

import type SqliteDatabase from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { forgetWritten, type Memory } from './memory.js';
import { writtenBy, type Written } from './query-tables.js';

type Row = Record<string, unknown>;

/** Runs at once, without a turn of the event loop. */
export interface PreparedStatement {
  get(values: readonly unknown[]): unknown;
  all(values: readonly unknown[]): unknown[];
  run(values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number };
}

/** `memory` is absent for a file that is only read here. */
export function preparing(file: SqliteDatabase.Database, memory: Memory | undefined) {
  return ({ sql, query }: CompiledQuery): PreparedStatement =>
    new SqliteStatement(file.prepare<unknown[]>(sql), memory, writtenBy(query));
}

class SqliteStatement implements PreparedStatement {
  readonly #statement: SqliteDatabase.Statement<unknown[]>;
  readonly #nameRow: NameRow;
  readonly #memory: Memory | undefined;
  readonly #written: Written;

  constructor(statement: SqliteDatabase.Statement<unknown[]>, memory: Memory | undefined, written: Written) {
    this.#statement = statement;
    // Rows come as arrays and are named here, in a fraction of the time that the driver takes to name them.
    this.#nameRow = nameRowBy(statement.reader ? namesOf(statement.raw()) : []);
    this.#memory = memory;
    this.#written = written;
  }

  get(values: readonly unknown[]): unknown {
    this.#forget();
    const row = this.#statement.get(...values) as unknown[] | undefined;
    return row && this.#nameRow(row);
  }

  all(values: readonly unknown[]): unknown[] {
    this.#forget();
    return (this.#statement.all(...values) as unknown[][]).map(this.#nameRow);
  }

  run(values: readonly unknown[]): { changes: number; lastInsertRowid: number } {
    this.#forget();
    return this.#statement.run(...values) as { changes: number; lastInsertRowid: number };
  }

  #forget(): void {
    if (this.#memory) forgetWritten(this.#memory, this.#written);
  }
}

type NameRow = (values: readonly unknown[]) => Row;

/**
 * An object literal of these names, compiled: naming column by column takes ten times as long. The names are columns of the
 * product's own queries, and quoted.
 */
function nameRowBy(names: readonly string[]): NameRow {
  const columns = names.map((name, place) => `${JSON.stringify(name)}: values[${place}]`);
  // oxlint-disable-next-line typescript/no-implied-eval -- as above
  return new Function('values', `return { ${columns.join(', ')} };`) as NameRow;
}

function namesOf(statement: SqliteDatabase.Statement<unknown[]>): readonly string[] {
  return statement.columns().map(({ name }) => name);
}
