/** Silences what the bot starts, for two hours: one row, which outlives a restart. */

import type { StopNews } from '../domain/alert-news.js';
import type { AccountId } from '../domain/ids.js';
import { STOP_MS, type StopCause } from '../domain/stop.js';
import { markStopped } from '../storage/account-sending.js';
import { readAccount } from '../storage/accounts.js';
import type { Tx } from '../storage/database.js';
import { countDueUntil, countWaitingPosts } from '../storage/waiting-posts.js';

export interface Stop {
  readonly accountId: AccountId;
  readonly cause: StopCause;
  readonly at: number;
}

/** Returns what a person has to be told after the commit; nothing when it was stopped for the same cause already. */
export async function stopStarting(tx: Tx, { accountId, cause, at }: Stop): Promise<StopNews | undefined> {
  const { stoppedUntil, stopReason } = await readAccount(tx, accountId);
  const until = Math.max(stoppedUntil ?? 0, at + STOP_MS);
  await markStopped(tx, accountId, until, cause);
  if ((stoppedUntil ?? 0) > at && stopReason === cause) return undefined;
  const waiting = await countWaitingPosts(tx, accountId);
  return { kind: cause, at, until, waiting, due: await countDueUntil(tx, accountId, until) };
}
