/** Our own messages as the platform shows them back: the only proof of a send whose end is unknown. */

import { createHash } from 'node:crypto';
import type { AccountId, OutboxId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

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
  const { accountId, messageId, target, text, at } = echo;
  await upsertOwned.run(tx, { accountId, messageId, target, hash: hashText(text), at, outboxId });
}

const upsertOwned = defineStatement(
  (tx, p: Omit<Echo, 'text'> & { readonly hash: string; readonly outboxId: OutboxId }) =>
    tx
      .insertInto('echo')
      .values({
        account_id: p.accountId,
        message_id: p.messageId,
        target: p.target,
        hash: p.hash,
        at: p.at,
        outbox_id: p.outboxId,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'message_id']).doUpdateSet({ outbox_id: p.outboxId })),
);

/** What is looked for among the echoes. */
export interface Sought {
  /** The platform id of the room or person. */
  readonly target: string;
  readonly text: string;
  readonly sendingAt: number;
}

/** The platform's ids of messages with these words to that target, sent since `sendingAt` and nobody's yet: the first `most`. */
export async function listUnclaimed(tx: Tx, accountId: AccountId, sought: Sought, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('echo')
    .select('message_id')
    .where('account_id', '=', accountId)
    .where('target', '=', sought.target)
    .where('hash', '=', hashText(sought.text))
    .where('outbox_id', 'is', null)
    .where('at', '>=', sought.sendingAt - CLOCK_DIFFERENCE_MS)
    .orderBy('at')
    .limit(most)
    .execute();
  return rows.map((row) => row.message_id);
}

/** Alike but for white space and Unicode form: platforms change both. */
export function hashText(text: string): string {
  return createHash('sha256')
    .update(text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .digest('base64url')
    .slice(0, 22);
}
