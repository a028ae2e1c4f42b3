/**
 * Leases of accounts on PostgreSQL: one owner at a time, by the database's clock. On SQLite the lock of the file is the lease.
 *
 * A lease that ran out is still its owner's until somebody else takes it. The fence tells an earlier owner from a later one.
 */

import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.js';
import { databaseNow } from './database-clock.js';
import type { Tx } from './database.js';

/** How long an owner that gives no sign keeps its account. */
export const LEASE_MS = 30_000;

/** The account has another owner by now: nothing may be written for it. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

export interface Holding {
  readonly accountId: AccountId;
  readonly owner: string;
  readonly fence: number;
}

/** Returns the new owner's fence, or nothing while somebody holds the account. */
export async function acquireLease(
  tx: Tx,
  accountId: AccountId,
  owner: string,
  leaseMs = LEASE_MS,
): Promise<number | undefined> {
  const row = await tx
    .updateTable('account')
    .set((eb) => ({ lease_owner: owner, lease_until: leaseEnd(leaseMs), fence: eb('fence', '+', 1) }))
    .where('id', '=', accountId)
    .where((eb) => eb.or([eb('lease_owner', 'is', null), eb('lease_until', '<=', databaseNow())]))
    .returning('fence')
    .executeTakeFirst();
  return row?.fence;
}

/** False when the account has another owner by now. */
export async function renewLease(tx: Tx, { accountId, owner, fence }: Holding, leaseMs = LEASE_MS): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ lease_until: leaseEnd(leaseMs) })
    .where('id', '=', accountId)
    .where('lease_owner', '=', owner)
    .where('fence', '=', fence)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Nothing happens when somebody else has it. */
export async function releaseLease(tx: Tx, { accountId, owner, fence }: Holding): Promise<void> {
  await tx
    .updateTable('account')
    .set({ lease_owner: null, lease_until: null })
    .where('id', '=', accountId)
    .where('lease_owner', '=', owner)
    .where('fence', '=', fence)
    .execute();
}

/** Who holds the account, and for how many milliseconds more unless it is renewed; nothing while it is free. */
export async function findHolder(tx: Tx, accountId: AccountId) {
  const row = await tx
    .selectFrom('account')
    .select('lease_owner as owner')
    .select(sql<number>`lease_until - ${databaseNow()}`.as('leftMs'))
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row && row.owner !== null ? { owner: row.owner, leftMs: Number(row.leftMs) } : undefined;
}

function leaseEnd(leaseMs: number) {
  return sql<number>`${databaseNow()} + ${sql.lit(leaseMs)}`;
}
