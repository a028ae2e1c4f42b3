/**
 * Hears every statement that this process has the databases run, at the drivers themselves: nothing can go past it,
 * however the statement was made.
 */

import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';

export interface Executed {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** How long SQLite took; 0 for PostgreSQL, which answers later. */
  readonly milliseconds: number;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<string, Method>;

const RUNNING = ['run', 'get', 'all', 'iterate'] as const;

/**
 * Hears statements that are prepared from now on, so it is called before the database is opened. The answer ends it.
 */
export function tapStatements(hear: (executed: Executed) => void): () => void {
  const ends = [tapSqlite(hear), tapPostgres(hear)];
  return () => ends.forEach((end) => end());
}

function tapSqlite(hear: (executed: Executed) => void): () => void {
  let listening = true;
  const restore = replace(SqliteDatabase.prototype, 'prepare', (prepare) => {
    return function (this: unknown, ...args: unknown[]) {
      const statement = prepare.apply(this, args) as Methods;
      for (const name of RUNNING) replace(statement, name, (method) => timed(method, String(args[0])));
      return statement;
    };
  });
  const timed = (method: Method, sql: string): Method =>
    function (this: unknown, ...args: unknown[]) {
      const start = performance.now();
      try {
        return method.apply(this, args);
      } finally {
        if (listening) hear({ sql, parameters: args.flat(), milliseconds: performance.now() - start });
      }
    };
  return () => {
    listening = false;
    restore();
  };
}

function tapPostgres(hear: (executed: Executed) => void): () => void {
  return replace(pg.Client.prototype, 'query', (query) => {
    return function (this: unknown, ...args: unknown[]) {
      hear(readQuery(args));
      return query.apply(this, args);
    };
  });
}

function readQuery([query, values]: readonly unknown[]): Executed {
  if (typeof query === 'string') return { sql: query, parameters: listOf(values), milliseconds: 0 };
  const given = query as { readonly text?: string; readonly values?: unknown };
  return { sql: given.text ?? '', parameters: listOf(given.values ?? values), milliseconds: 0 };
}

function listOf(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? (values as unknown[]) : [];
}

/** Puts another method in the place of one; the answer puts it back. */
function replace(target: object, name: string, wrap: (method: Method) => Method): () => void {
  const methods = target as Methods;
  const method = methods[name];
  if (!method) throw new Error(`There is no method ${name}.`);
  methods[name] = wrap(method);
  return () => void (methods[name] = method);
}
