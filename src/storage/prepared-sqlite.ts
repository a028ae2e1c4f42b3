/** Statements prepared on the one connection to a SQLite file. */

import type SqliteDatabase from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import type { PreparedStatement } from './database.js';
import { forgetWritten, type Memory } from './memory.js';
import { writtenBy, type Written } from './query-tables.js';

type Row = Record<string, unknown>;

/** `memory` is absent for a file that is only read here. */
export function preparing(file: SqliteDatabase.Database, memory: Memory | undefined) {
  return ({ sql, query }: CompiledQuery): PreparedStatement =>
    new SqliteStatement(file.prepare<unknown[]>(sql), memory, writtenBy(query));
}

class SqliteStatement implements PreparedStatement {
  readonly #statement: SqliteDatabase.Statement<unknown[]>;
  readonly #names: readonly string[];
  readonly #memory: Memory | undefined;
  readonly #written: Written;

  constructor(statement: SqliteDatabase.Statement<unknown[]>, memory: Memory | undefined, written: Written) {
    this.#statement = statement;
    // Rows come as arrays and are named here, in half the time that the driver takes to name them.
    this.#names = statement.reader ? namesOf(statement.raw()) : [];
    this.#memory = memory;
    this.#written = written;
  }

  get(values: readonly unknown[]): unknown {
    this.#forget();
    const row = this.#statement.get(...values) as unknown[] | undefined;
    return row && this.#named(row);
  }

  all(values: readonly unknown[]): unknown[] {
    this.#forget();
    return (this.#statement.all(...values) as unknown[][]).map((row) => this.#named(row));
  }

  run(values: readonly unknown[]): { changes: number; lastInsertRowid: number } {
    this.#forget();
    return this.#statement.run(...values) as { changes: number; lastInsertRowid: number };
  }

  #forget(): void {
    if (this.#memory) forgetWritten(this.#memory, this.#written);
  }

  #named(values: readonly unknown[]): Row {
    const row: Row = {};
    let column = 0;
    for (const name of this.#names) row[name] = values[column++];
    return row;
  }
}

function namesOf(statement: SqliteDatabase.Statement<unknown[]>): readonly string[] {
  return statement.columns().map(({ name }) => name);
}
