/**
 * Fair shares of the accounts among the workers that live, on PostgreSQL, by the database's clock.
 *
 * No worker asks another: each takes what is free until it has its share, and gives back what is beyond it. Two that look
 * at the same moment may both be wrong about the number of workers, and are right the next time.
 */

import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.js';
import { databaseNow } from './database-clock.js';
import type { Tx } from './database.js';
import { acquireLease, type Holding, LEASE_MS } from './leases.js';
import { listWorkerAccounts, type WorkerAccount } from './worker-accounts.js';

export interface Worker {
  readonly id: string;
  /** How many accounts it runs at most. */
  readonly most: number;
  readonly running: ReadonlySet<AccountId>;
  /** How long one that gives no sign keeps its accounts: 30 seconds unless told. The same for all workers. */
  readonly leaseMs?: number;
  canRun(account: WorkerAccount): boolean;
}

export interface Share {
  /** Its own from now on. */
  readonly taken: readonly (WorkerAccount & Holding)[];
  /** To be given back, once nothing is on its way. */
  readonly surplus: readonly AccountId[];
  /** That nobody runs, this one included. */
  readonly left: number;
}

/** Gives a sign of life, and takes or marks what brings the worker to its fair share. To be called every few seconds. */
export async function balanceShare(tx: Tx, worker: Worker): Promise<Share> {
  const { leaseMs = LEASE_MS } = worker;
  const workers = await markAlive(tx, worker.id, leaseMs);
  const accounts = await listWorkerAccounts(tx);
  const held = accounts.filter(({ id }) => worker.running.has(id));
  const share = Math.min(worker.most, Math.ceil(accounts.length / workers));
  const taken: (WorkerAccount & Holding)[] = [];
  let left = 0;
  for (const account of accounts) {
    if (worker.running.has(account.id)) continue;
    const wanted = held.length + taken.length < share && worker.canRun(account);
    const fence = wanted ? await acquireLease(tx, account.id, worker.id, leaseMs) : undefined;
    if (fence !== undefined) taken.push({ ...account, accountId: account.id, owner: worker.id, fence });
    else if (account.owner === null) left += 1;
  }
  return { taken, surplus: held.slice(share).map(({ id }) => id), left };
}

/** It runs nothing any more: others need not wait until it is silent for long. */
export async function deleteWorker(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('worker').where('id', '=', id).execute();
}

/** Returns how many workers live, this one included. */
async function markAlive(tx: Tx, id: string, leaseMs: number): Promise<number> {
  const seen = { seen_at: databaseNow() };
  await tx
    .insertInto('worker')
    .values({ id, ...seen })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(seen))
    .execute();
  await tx
    .deleteFrom('worker')
    .where('seen_at', '<', sql<number>`${databaseNow()} - ${sql.lit(leaseMs)}`)
    .execute();
  const { count } = await tx
    .selectFrom('worker')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
