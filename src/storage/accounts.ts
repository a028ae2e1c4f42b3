/** Accounts: one a WeChat login, with the pace of its sending and what stopped it. */

import type { AccountPacing } from '../domain/account-pacing.js';
import type { AccountId } from '../domain/ids.js';
import type { OwnMessages } from '../domain/own-messages.js';
import type { StopCause } from '../domain/stop.js';
import type { Tx } from './database.js';
import { lockRowsAlone } from './lock.js';
import type { Flag } from './schema.js';
import { defineStatement } from './statement.js';

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
  /** What differs from the pacing profile of the process; null when nothing does. */
  readonly pacing: AccountPacing | null;
  /** Grows by one with each owner of the account's lease. */
  readonly fence: number;
  /** Whether the platform shows us our own messages; null until it has been measured. */
  readonly ownMessages: OwnMessages | null;
  /** Counts the logins at which all ids changed. */
  readonly session: number;
  /** When the present one began; null for the first. */
  readonly sessionAt: number | null;
  /** 0 where the platform gives everybody a new id at each login. */
  readonly idsStay: Flag;
  /** Of the lists of words; 0 while there are none. */
  readonly wordsVersion: number;
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
  'pacing',
  'fence',
  'own_messages as ownMessages',
  'session',
  'session_at as sessionAt',
  'ids_stay as idsStay',
  'words_version as wordsVersion',
  'created_at as createdAt',
] as const;

function toAccount<Row extends { readonly pacing: string | null }>(row: Row) {
  return { ...row, pacing: row.pacing === null ? null : (JSON.parse(row.pacing) as AccountPacing) };
}

const findByName = defineStatement((tx, p: { name: string }) =>
  tx.selectFrom('account').select(COLUMNS).where('name', '=', p.name),
);

export async function findOrAddAccount(tx: Tx, name: string, now: number): Promise<Account> {
  const known = await findByName.first(tx, { name });
  if (known) return toAccount(known);
  await tx
    .insertInto('account')
    .values({ name, created_at: now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return toAccount(await tx.selectFrom('account').select(COLUMNS).where('name', '=', name).executeTakeFirstOrThrow());
}

/** The names of all accounts that this database knows. */
export async function listAccountNames(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('account').select('name').orderBy('id').execute();
  return rows.map((row) => row.name);
}

const lockById = defineStatement((tx, p: { id: AccountId }) =>
  lockRowsAlone(tx, tx.selectFrom('account').select(COLUMNS).where('id', '=', p.id)),
);

/** Locks the row until the transaction ends. */
export async function readAccount(tx: Tx, id: AccountId): Promise<Account> {
  const account = await lockById.first(tx, { id });
  if (!account) throw new Error(`There is no account ${id}.`);
  return toAccount(account);
}

export async function markLoggedIn(tx: Tx, id: AccountId, platformId: string, botName: string): Promise<void> {
  await tx.updateTable('account').set({ platform_id: platformId, bot_name: botName }).where('id', '=', id).execute();
}

/** What was learnt of the platform. */
export async function saveOwnMessages(tx: Tx, id: AccountId, ownMessages: OwnMessages): Promise<void> {
  await tx.updateTable('account').set({ own_messages: ownMessages }).where('id', '=', id).execute();
}

/** Takes effect with the next send. Null goes back to the profile. */
export async function saveAccountPacing(tx: Tx, id: AccountId, pacing: AccountPacing | null): Promise<void> {
  const stored = pacing === null ? null : JSON.stringify(pacing);
  await tx.updateTable('account').set({ pacing: stored }).where('id', '=', id).execute();
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
export async function markStopped(
  tx: Tx,
  id: AccountId,
  until: number | null,
  reason: StopCause | null,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ stopped_until: until, stop_reason: reason, failures: 0 })
    .where('id', '=', id)
    .execute();
}
