/** Opens the database that a URL names: `file:./data/zaoba.sqlite`, `:memory:` or `postgres://…`. */

import { Database } from './database.js';
import { openPostgres } from './open-postgres.js';
import { openSharedSqlite, openSqlite } from './open-sqlite.js';

export interface OpenOptions {
  /** Only to read, beside a bot that may be running: on SQLite without its lock. The database must be there. */
  readonly shared?: boolean;
}

export function openDatabase(
  url: string,
  onError: (error: Error) => void = () => {},
  { shared = false }: OpenOptions = {},
): Database {
  if (/^postgres(ql)?:/.test(url)) return new Database(openPostgres(url, onError));
  const path = sqlitePath(url);
  return new Database(shared ? openSharedSqlite(path) : openSqlite(path, onError));
}

/** The path in a `file:` URL. */
function sqlitePath(url: string): string {
  return url.replace(/^(file|sqlite):(\/\/)?/, '');
}
