/**
 * Keeps a second process off the same SQLite data.
 *
 * The lock is a SQLite file held in an exclusive transaction: the operating system drops it when the process dies,
 * however it dies, so there is never a stale one. The holder's process id lies beside it, for the error's sake.
 */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
}

/** Returns the function that lets go. Throws a DatabaseInUseError that names the other process. */
export function lockFile(path: string): () => void {
  const lock = new SqliteDatabase(path, { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new DatabaseInUseError(
      `Another Zaoba (process ${holderOf(path)}) is using this data: ${path.replace(/\.lock$/, '')}. Stop it first.`,
    );
  }
  writeFileSync(`${path}.pid`, String(process.pid));
  return () => {
    rmSync(`${path}.pid`, { force: true });
    lock.close();
  };
}

function holderOf(path: string): string {
  try {
    return readFileSync(`${path}.pid`, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
