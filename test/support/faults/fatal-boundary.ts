/**
 * Counts what a bot awaits of the outside, each query, each commit, each send, and kills the process at the one asked for.
 *
 * It stands at the drivers' own doors, so it sees whatever the storage layer makes of them.
 */

import SqliteDatabase from 'better-sqlite3';
import pg from 'pg';

let left = Infinity;

/** Dies before the `at`th boundary from now; 1 is the next. */
export function dieAt(at: number): void {
  left = at;
}

export function boundary(): void {
  left -= 1;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
}

type Callable = (this: unknown, ...given: unknown[]) => unknown;

export function watchDrivers(): void {
  const memory = new SqliteDatabase(':memory:');
  const statement = Object.getPrototypeOf(memory.prepare('select 1')) as Record<string, Callable>;
  memory.close();
  for (const name of ['run', 'get', 'all', 'iterate']) watch(statement, name);
  watch(SqliteDatabase.prototype as unknown as Record<string, Callable>, 'exec');
  watch(pg.Client.prototype as unknown as Record<string, Callable>, 'query');
}

function watch(owner: Record<string, Callable>, name: string): void {
  const original = owner[name];
  if (!original) throw new Error(`The driver has no ${name} any more.`);
  owner[name] = function watched(...given) {
    boundary();
    return original.apply(this, given);
  };
}
