/** Opens the database that a URL names: `file:./data/zaoba.sqlite`, `:memory:` or `postgres://…`. */

import { Database } from './database.js';
import { openPostgres } from './open-postgres.js';
import { openSqlite } from './open-sqlite.js';

export function openDatabase(url: string, onError: (error: Error) => void = () => {}): Database {
  if (/^postgres(ql)?:/.test(url)) return new Database(openPostgres(url, onError));
  return new Database(openSqlite(sqlitePath(url)));
}

/** The path in a `file:` URL. */
function sqlitePath(url: string): string {
  return url.replace(/^(file|sqlite):(\/\/)?/, '');
}
