/** How much the account has sent, and how much waits. */

import type { AccountId } from '../domain/ids.js';
import type { SentSoFar } from '../domain/pacing.js';
import type { Tx } from './database.js';
import { literally } from './outbox-state.js';
import { defineStatement } from './statement.js';

/** How much the account sent within the last minute and day before `now`. */
export async function readSentSoFar(tx: Tx, accountId: AccountId, now: number): Promise<SentSoFar> {
  const [minute, day] = [
    await countSince(tx, accountId, now - 60_000),
    await countSince(tx, accountId, now - 86_400_000),
  ];
  return { lastMinute: minute.count, lastDay: day.count, oldestInMinute: minute.oldest, oldestInDay: day.oldest };
}

/** How many messages the account began to send after `since`, and when the first of them was. */
async function countSince(
  tx: Tx,
  accountId: AccountId,
  since: number,
): Promise<{ readonly count: number; readonly oldest: number | undefined }> {
  const row = await countSent.first(tx, { accountId, since });
  return { count: row?.count ?? 0, oldest: row?.oldest ?? undefined };
}

const countSent = defineStatement((tx, p: { accountId: AccountId; since: number }) =>
  tx
    .selectFrom('outbox')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('sending_at').as('oldest')])
    .where('account_id', '=', p.accountId)
    .where('sending_at', '>', p.since),
);

/** Whether at least `count` messages left at `until` or before. */
export async function hasSentBefore(tx: Tx, accountId: AccountId, until: number, count: number): Promise<boolean> {
  const rows = await tx
    .selectFrom('outbox')
    .select('id')
    .where('account_id', '=', accountId)
    .where('sending_at', '<=', until)
    .where('state', '=', literally('sent'))
    .limit(count)
    .execute();
  return rows.length >= count;
}

/** How many messages wait to leave. */
export async function countPlanned(tx: Tx, accountId: AccountId): Promise<number> {
  const row = await tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('state', '=', literally('planned'))
    .executeTakeFirstOrThrow();
  return row.count;
}
