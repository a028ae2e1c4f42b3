/** Accounts: one a WeChat login, with the pace of its sending and what stopped it. */

import type { AccountPacing } from '../domain/account-pacing.js';
import type { AccountId } from '../domain/ids.js';
import type { OwnMessages } from '../domain/own-messages.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { lockRowsAlone } from './lock.js';
import { Remembered } from './remembered.js';
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

function named(tx: Tx, { name }: { name: string }) {
  return tx.selectFrom('account').select(COLUMNS).where('name', '=', name);
}

const byName = new Remembered({
  statement: defineStatement(named),
  ahead: defineStatement((tx, p: { name: string } & Batch) => named(tx, p)),
  keyOf: ({ name }) => name,
  answerOf: toAccount,
});

/** For what a batch asks before anything else. */
export function startFindingAccount(tx: Tx, name: string): void {
  byName.start(tx, { name });
}

export async function findOrAddAccount(tx: Tx, name: string, now: number): Promise<Account> {
  const known = await byName.first(tx, { name });
  if (known) return known;
  await tx
    .insertInto('account')
    .values({ name, created_at: now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return toAccount(await named(tx, { name }).executeTakeFirstOrThrow());
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
