/** The side door of a PostgreSQL database. */

import pg from 'pg';
import type { Row, SideDoor, Value } from './side-door.js';

const ROWS_A_STATEMENT = 5_000;

const SIZES = `select relname as name, pg_relation_size(oid)::float8 as size from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')`;

const SERIALS = `select table_name as name from information_schema.columns
  where table_schema = 'public' and column_name = 'id' and is_identity = 'YES'`;

export class PostgresSideDoor implements SideDoor {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<PostgresSideDoor> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    return new PostgresSideDoor(client);
  }

  async insert(table: string, rows: Iterable<Row>): Promise<void> {
    let batch: Row[] = [];
    for (const row of rows) {
      batch.push(row);
      if (batch.length < ROWS_A_STATEMENT) continue;
      await this.#insertBatch(table, batch);
      batch = [];
    }
    await this.#insertBatch(table, batch);
    await this.#goOnAfter(table);
  }

  async run(sql: string): Promise<void> {
    await this.#client.query(sql);
  }

  async list(sql: string): Promise<readonly Value[]> {
    const { rows } = await this.#client.query<Row>(sql);
    return rows.map((row) => Object.values(row)[0] ?? null);
  }

  async bytes(): Promise<number> {
    return [...(await this.bytesByName()).values()].reduce((sum, size) => sum + size, 0);
  }

  async bytesByName(): Promise<ReadonlyMap<string, number>> {
    await this.run('checkpoint');
    const { rows } = await this.#client.query<{ name: string; size: number }>(SIZES);
    return new Map(rows.map(({ name, size }) => [name, size]));
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #insertBatch(table: string, rows: readonly Row[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(', ');
    const records = `json_populate_recordset(null::${table}, $1)`;
    const text = `insert into ${table} (${columns}) select ${columns} from ${records}`;
    await this.#client.query(text, [JSON.stringify(rows)]);
  }

  /** The numbers that the database gives go on after those that were given to it. */
  async #goOnAfter(table: string): Promise<void> {
    if (!(await this.list(SERIALS)).includes(table)) return;
    await this.run(`select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`);
  }
}
