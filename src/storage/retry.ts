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
  return code.startsWith('08') || code.startsWith('57P') || UNAVAILABLE.has(code) || isTransient(error);
}

const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '53300',
  'SQLITE_FULL',
  'SQLITE_IOERR',
]);

/** 5 to 25 ms, doubling four times. */
export async function pauseBeforeRetry(attempt: number): Promise<void> {
  await sleep(5 + Math.random() * 20 * 2 ** Math.min(attempt - 1, 4));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return terminated(error) ? '08006' : '';
  return String(error.code);
}

/** The pg client reports a lost connection without a code. */
function terminated(error: unknown): boolean {
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
