/** Accounts: one a WeChat login, with the pace of its sending and what stopped it. */

import type { AccountId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Account {
  readonly id: AccountId;
  readonly name: string;
  /** Our own id on the platform, once logged in. */
  readonly platformId: string | null;
  readonly botName: string | null;
  readonly nextSendAt: number;
  readonly stoppedUntil: number | null;
  readonly stopReason: string | null;
  readonly failures: number;
  readonly createdAt: number;
}

const COLUMNS = [
  'id',
  'name',
  'platform_id as platformId',
  'bot_name as botName',
  'next_send_at as nextSendAt',
  'stopped_until as stoppedUntil',
  'stop_reason as stopReason',
  'failures',
  'created_at as createdAt',
] as const;

export async function findOrAddAccount(tx: Tx, name: string, now: number): Promise<Account> {
  await tx
    .insertInto('account')
    .values({ name, created_at: now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return tx.selectFrom('account').select(COLUMNS).where('name', '=', name).executeTakeFirstOrThrow();
}

/** The names of all accounts that this database knows. */
export async function listAccountNames(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('account').select('name').orderBy('id').execute();
  return rows.map((row) => row.name);
}

/** Locks the row until the transaction ends. */
export async function readAccount(tx: Tx, id: AccountId): Promise<Account> {
  return lockRows(tx, tx.selectFrom('account').select(COLUMNS).where('id', '=', id)).executeTakeFirstOrThrow();
}

export async function markLoggedIn(tx: Tx, id: AccountId, platformId: string, botName: string): Promise<void> {
  await tx.updateTable('account').set({ platform_id: platformId, bot_name: botName }).where('id', '=', id).execute();
}

export async function saveNextSend(tx: Tx, id: AccountId, nextSendAt: number): Promise<void> {
  await tx.updateTable('account').set({ next_send_at: nextSendAt }).where('id', '=', id).execute();
}

export async function markSendSucceeded(tx: Tx, id: AccountId): Promise<void> {
  await tx.updateTable('account').set({ failures: 0 }).where('id', '=', id).where('failures', '>', 0).execute();
}

/** Returns how many sends in a row have failed now. */
export async function markSendFailed(tx: Tx, id: AccountId): Promise<number> {
  const row = await tx
    .updateTable('account')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('id', '=', id)
    .returning('failures')
    .executeTakeFirstOrThrow();
  return row.failures;
}

/** Stops what the bot starts until `until`; replies go on. */
export async function markStopped(tx: Tx, id: AccountId, until: number | null, reason: string | null): Promise<void> {
  await tx
    .updateTable('account')
    .set({ stopped_until: until, stop_reason: reason, failures: 0 })
    .where('id', '=', id)
    .execute();
}
