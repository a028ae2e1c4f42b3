/** Failures after which the same transaction, run again as a whole, can be expected to succeed. */

import { setTimeout as sleep } from 'node:timers/promises';

/** SQLite: another process holds the file. PostgreSQL: serialization failure, deadlock. */
const TRANSIENT = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01']);

export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(codeOf(error));
}

/** True when the database itself cannot be reached or cannot write now; waiting may help, repeating at once will not. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  return CLASSES.some((start) => code.startsWith(start)) || UNAVAILABLE.has(code) || isTransient(error);
}

/**
 * PostgreSQL: connection trouble, a full disk or too many connections, shutting down, failures of its disk; 25P03 is a
 * transaction that waited too long for its next statement. SQLite: every failure of the disk, whatever it was doing.
 */
const CLASSES = ['08', '53', '57P', '58', 'SQLITE_IOERR'] as const;
const UNAVAILABLE = new Set([
  '25P03',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'SQLITE_FULL',
]);

const LOST = /Connection terminated|is not queryable|timeout exceeded when trying to connect/;

/** 5 to 25 ms, doubling four times. */
export async function pauseBeforeRetry(attempt: number): Promise<void> {
  await sleep(5 + Math.random() * 20 * 2 ** Math.min(attempt - 1, 4));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return terminated(error) ? '08006' : '';
  return String(error.code);
}

/** The pg client reports a lost connection without a code, and every query after it too, a rollback for one. */
function terminated(error: unknown): boolean {
  return error instanceof Error && LOST.test(error.message);
}
