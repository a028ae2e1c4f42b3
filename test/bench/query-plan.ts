/** How the databases would run a statement: which tables they would read from one end to the other, or for all of an account. */

import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';
import type { Executed } from '../../scripts/bench/statement-tap.js';

export interface Explainer {
  /** The tables that the statement would have to read whole. */
  scans(statement: Executed): Promise<readonly string[]>;
  /** Those that it would read for all of an account: there may be one alone. PostgreSQL decides by its statistics when it does. */
  readsOfAnAccount(statement: Executed): Promise<readonly string[]>;
  /** Gives the planner statistics of what the tables hold. */
  analyse(): Promise<void>;
  close(): Promise<void>;
}

export async function openExplainer(url: string): Promise<Explainer> {
  return url.startsWith('file:') ? new SqliteExplainer(url.slice('file:'.length)) : PostgresExplainer.open(url);
}

class SqliteExplainer implements Explainer {
  readonly #db: SqliteDatabase.Database;
  readonly #tables: ReadonlySet<string>;
  readonly #partialIndexes: ReadonlySet<string>;

  constructor(path: string) {
    this.#db = new SqliteDatabase(path);
    const names = (where: string) =>
      new Set(this.#db.prepare<[], string>(`select name from sqlite_master where ${where}`).pluck().all());
    this.#tables = names("type = 'table'");
    this.#partialIndexes = names("type = 'index' and sql like '% where %'");
  }

  async scans(statement: Executed): Promise<readonly string[]> {
    return this.#tablesIn(statement, WHOLE);
  }

  async readsOfAnAccount(statement: Executed): Promise<readonly string[]> {
    return this.#tablesIn(statement, OF_AN_ACCOUNT);
  }

  async analyse(): Promise<void> {
    this.#db.exec('analyze');
  }

  async close(): Promise<void> {
    this.#db.close();
  }

  #tablesIn({ sql, parameters }: Executed, how: RegExp): string[] {
    const explain = this.#db.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`);
    return explain.all(...parameters).flatMap(({ detail }) => this.#tableIn(how.exec(detail), sql));
  }

  #tableIn(found: readonly string[] | null, sql: string): string[] {
    const [, name = '', index] = found ?? [];
    const table = tableOf(name, sql);
    // What is no table is a subquery; a table that the statement does not name is looked at for a foreign key, if ever.
    if (!this.#tables.has(table) || !new RegExp(`\\b${table}\\b`).test(sql)) return [];
    if (index !== undefined && (this.#partialIndexes.has(index) || stopsEarly(sql))) return [];
    return [table];
  }
}

const WHOLE = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/;
const OF_AN_ACCOUNT = /^SEARCH (\w+) USING (?:PRIMARY KEY|(?:COVERING )?INDEX (\w+)) \(account_id=\?\)/;

/** Of an alias, the table that it stands for. */
function tableOf(name: string, sql: string): string {
  return new RegExp(`"(\\w+)" as "${name}"`).exec(sql)?.[1] ?? name;
}

/** An index that is read in order up to a limit is not read whole. */
function stopsEarly(sql: string): boolean {
  return / limit \S+$/.test(sql) && !sql.includes(' where ');
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

type Explained = { readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] };

interface Index {
  readonly name: string;
  readonly partial: boolean;
  /** Its first column: a condition on the others alone finds no place to start. */
  readonly leading: string;
}

const INDEXES = `select indexrelid::regclass::text as name, indpred is not null as partial, attname as leading
  from pg_index join pg_attribute on attrelid = indexrelid and attnum = 1`;

class PostgresExplainer implements Explainer {
  readonly #client: pg.Client;
  readonly #indexes: ReadonlyMap<string, Index>;

  private constructor(client: pg.Client, indexes: readonly Index[]) {
    this.#client = client;
    this.#indexes = new Map(indexes.map((index) => [index.name, index]));
  }

  /** Sequential scans are made so dear that one is planned only where no index serves. */
  static async open(url: string): Promise<PostgresExplainer> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<Index>(INDEXES);
    return new PostgresExplainer(client, rows);
  }

  async scans({ sql, parameters }: Executed): Promise<readonly string[]> {
    const { rows } = await this.#client.query<Explained>(`explain (format json) ${sql}`, [...parameters]);
    return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => this.#scannedBy(Plan, false)));
  }

  async readsOfAnAccount(): Promise<readonly string[]> {
    return [];
  }

  async analyse(): Promise<void> {
    await this.#client.query('analyze');
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  #scannedBy(node: PlanNode, stopsEarlier: boolean): string[] {
    const { 'Node Type': type, 'Relation Name': relation, 'Index Name': index } = node;
    const stopsEarly = type === 'Limit' || (stopsEarlier && HANDS_ON.has(type));
    const below = (node.Plans ?? []).flatMap((child) => this.#scannedBy(child, stopsEarly));
    const isWhole = type === 'Seq Scan' || (!stopsEarlier && this.#readsWholeIndex(node));
    return isWhole ? [relation ?? index ?? '', ...below] : below;
  }

  /** A partial one holds what is open, not all that ever was. */
  #readsWholeIndex({ 'Index Name': name = '', 'Index Cond': condition = '' }: PlanNode): boolean {
    const index = this.#indexes.get(name);
    return index !== undefined && !index.partial && !condition.includes(index.leading);
  }
}

/** They give each row as it comes; a sort or a hash wants them all first. */
const HANDS_ON = new Set(['LockRows', 'Nested Loop', 'Subquery Scan']);
