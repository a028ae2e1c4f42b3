/** While the account was not online: what is over is a row, what lasts is with the account. */

import type { AccountId } from '../domain/ids.js';
import type { Outage } from '../domain/protection.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

/** Shorter ones are nobody's loss. */
const WORTH_KEEPING_MS = 5 * 60_000;

/** The account's outages that overlap the span, the present one until `now` among them. */
export async function listOutages(tx: Tx, accountId: AccountId, span: Outage, now: number): Promise<readonly Outage[]> {
  const over = await listOver.all(tx, { accountId, since: span.since, until: span.until });
  const offlineSince = (await readPresence(tx, accountId)).offlineSince;
  return offlineSince === null ? over : [...over, { since: offlineSince, until: now }];
}

const listOver = defineStatement((tx, p: { accountId: AccountId; since: number; until: number }) =>
  tx
    .selectFrom('outage')
    .select(['since', 'until'])
    .where('account_id', '=', p.accountId)
    .where('since', '<', p.until)
    .where('until', '>', p.since)
    .orderBy('since'),
);

interface Presence {
  readonly seenAt: number | null;
  readonly offlineSince: number | null;
}

async function readPresence(tx: Tx, accountId: AccountId): Promise<Presence> {
  const found = await findPresence.first(tx, { accountId });
  if (!found) throw new Error(`There is no account ${accountId}.`);
  return found;
}

const findPresence = defineStatement((tx, p: { accountId: AccountId }) =>
  tx
    .selectFrom('account')
    .select(['online_seen_at as seenAt', 'offline_since as offlineSince'])
    .where('id', '=', p.accountId),
);

/** Notes that the account is online still. */
export async function markSeenOnline(tx: Tx, accountId: AccountId, at: number): Promise<void> {
  await tx.updateTable('account').set({ online_seen_at: at }).where('id', '=', accountId).execute();
}

/** Notes that it is not online any more, or not yet since a process began. */
export async function markOffline(tx: Tx, accountId: AccountId, since: number): Promise<void> {
  await tx
    .updateTable('account')
    .set({ offline_since: since })
    .where('id', '=', accountId)
    .where('offline_since', 'is', null)
    .execute();
}

/** A process begins: whatever ran before it was online until it was last seen so. */
export async function markBegun(tx: Tx, accountId: AccountId): Promise<void> {
  const { seenAt } = await readPresence(tx, accountId);
  if (seenAt !== null) await markOffline(tx, accountId, seenAt);
}

/** Notes that it is online again, and how long it was not. */
export async function markOnline(tx: Tx, accountId: AccountId, at: number): Promise<void> {
  const { offlineSince } = await readPresence(tx, accountId);
  if (offlineSince !== null && at - offlineSince >= WORTH_KEEPING_MS) {
    await tx
      .insertInto('outage')
      .values({ account_id: accountId, since: offlineSince, until: at })
      .onConflict((conflict) => conflict.columns(['account_id', 'since']).doUpdateSet({ until: at }))
      .execute();
  }
  await tx
    .updateTable('account')
    .set({ online_seen_at: at, offline_since: null })
    .where('id', '=', accountId)
    .execute();
}
