/** Our own messages as the platform shows them back: the only proof of a send whose end is unknown. */

import { createHash } from 'node:crypto';
import type { AccountId, OutboxId } from '../domain/ids.js';
import type { Tx } from './database.js';

export interface Echo {
  readonly accountId: AccountId;
  readonly messageId: string;
  /** The platform id of the room or person. */
  readonly target: string;
  readonly text: string;
  readonly at: number;
}

/** How much earlier than our own note the platform's clock may have stamped a message. */
const CLOCK_DIFFERENCE_MS = 5_000;

/** Keeps an echo that is not known yet. */
export async function appendEcho(tx: Tx, echo: Echo): Promise<void> {
  await tx
    .insertInto('echo')
    .values({
      account_id: echo.accountId,
      message_id: echo.messageId,
      target: echo.target,
      hash: hashText(echo.text),
      at: echo.at,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'message_id']).doNothing())
    .execute();
}

/** Notes which message of ours the platform's message is. */
export async function saveEchoOwner(tx: Tx, echo: Echo, outboxId: OutboxId): Promise<void> {
  await tx
    .insertInto('echo')
    .values({
      account_id: echo.accountId,
      message_id: echo.messageId,
      target: echo.target,
      hash: hashText(echo.text),
      at: echo.at,
      outbox_id: outboxId,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'message_id']).doUpdateSet({ outbox_id: outboxId }))
    .execute();
}

/** The platform's id of an unclaimed message with the same words to the same target, sent since `sendingAt`. */
export async function findEcho(
  tx: Tx,
  accountId: AccountId,
  sought: { readonly target: string; readonly text: string; readonly sendingAt: number },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('echo')
    .select('message_id')
    .where('account_id', '=', accountId)
    .where('target', '=', sought.target)
    .where('hash', '=', hashText(sought.text))
    .where('outbox_id', 'is', null)
    .where('at', '>=', sought.sendingAt - CLOCK_DIFFERENCE_MS)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.message_id;
}

/** Of messages with these words to that target: how many came back and are nobody's yet. */
export async function countUnclaimed(tx: Tx, accountId: AccountId, target: string, text: string): Promise<number> {
  const row = await tx
    .selectFrom('echo')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('target', '=', target)
    .where('hash', '=', hashText(text))
    .where('outbox_id', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Alike but for white space and Unicode form: platforms change both. */
export function hashText(text: string): string {
  return createHash('sha256')
    .update(text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .digest('base64url')
    .slice(0, 22);
}
