/** The side door of a SQLite file. */

import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { bytesOf } from './measure.js';
import type { Row, SideDoor, Value } from './side-door.js';

const SIZES = 'select name, sum(pgsize) as size from dbstat group by name';

export class SqliteSideDoor implements SideDoor {
  readonly #path: string;
  readonly #db: SqliteDatabase.Database;

  constructor(path: string) {
    this.#path = path;
    this.#db = new SqliteDatabase(path, { timeout: 0 });
    // What is filled in is worth nothing to anybody: no waiting for the disk, no asking whether rows belong together.
    this.#db.pragma('synchronous = OFF');
    this.#db.pragma('foreign_keys = OFF');
    this.#db.pragma('cache_size = -262144');
  }

  async insert(table: string, rows: Iterable<Row>): Promise<void> {
    this.#db.transaction(() => {
      let insert: SqliteDatabase.Statement | undefined;
      for (const row of rows) {
        insert ??= this.#db.prepare(insertText(table, Object.keys(row)));
        insert.run(...Object.values(row));
      }
    })();
  }

  async run(sql: string): Promise<void> {
    this.#db.exec(sql);
  }

  async list(sql: string): Promise<readonly Value[]> {
    return this.#db.prepare<[], Value>(sql).pluck().all();
  }

  async bytes(): Promise<number> {
    await this.#checkpoint();
    return bytesOf(this.#path);
  }

  async bytesByName(): Promise<ReadonlyMap<string, number>> {
    await this.#checkpoint();
    const rows = this.#db.prepare<[], { name: string; size: number }>(SIZES).all();
    return new Map(rows.map(({ name, size }) => [name, size]));
  }

  async close(): Promise<void> {
    this.#db.close();
  }

  /** All is in the file then. The write-ahead file keeps its size. The bot may be in the middle of a transaction. */
  async #checkpoint(): Promise<void> {
    const busy = this.#db.prepare<[], number>('pragma wal_checkpoint(RESTART)').pluck();
    while (busy.get() !== 0) await sleep(10);
  }
}

function insertText(table: string, columns: readonly string[]): string {
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
}
