/** Row locks where they exist; on SQLite an open transaction already is the lock. */

import { PostgresAdapter } from 'kysely';
import type { Tx } from './database.js';

interface Lockable<Q> {
  forUpdate(): Q;
  forNoKeyUpdate(): Q;
}

interface Claimable<Q> extends Lockable<Q> {
  skipLocked(): Q;
}

/** Holds the rows until the transaction ends. */
export function lockRows<Q extends Lockable<Q>>(tx: Tx, query: Q): Q {
  return isPostgres(tx) ? query.forUpdate() : query;
}

/** As `lockRows`, but rows that refer to these may be added meanwhile: for rows to which nearly every table refers. */
export function lockRowsAlone<Q extends Lockable<Q>>(tx: Tx, query: Q): Q {
  return isPostgres(tx) ? query.forNoKeyUpdate() : query;
}

/** Holds the rows that nobody else holds, and leaves the others out. */
export function claimRows<Q extends Claimable<Q>>(tx: Tx, query: Q): Q {
  return isPostgres(tx) ? query.forUpdate().skipLocked() : query;
}

export function isPostgres(tx: Tx): boolean {
  return tx.getExecutor().adapter instanceof PostgresAdapter;
}
