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

/** An echo as its row has it. */
type Kept = Omit<Echo, 'text'> & { readonly hash: string };

function toKept({ text, ...echo }: Echo): Kept {
  return { ...echo, hash: hashText(text) };
}

function insertInto(tx: Tx, kept: Kept, outboxId: OutboxId | null) {
  return tx.insertInto('echo').values({
    account_id: kept.accountId,
    message_id: kept.messageId,
    target: kept.target,
    hash: kept.hash,
    at: kept.at,
    outbox_id: outboxId,
  });
}

/** Keeps an echo that is not known yet. */
export async function appendEcho(tx: Tx, echo: Echo): Promise<void> {
  await insertUnknown.run(tx, toKept(echo));
}

const insertUnknown = defineStatement((tx, p: Kept) =>
  insertInto(tx, p, null).onConflict((conflict) => conflict.columns(['account_id', 'message_id']).doNothing()),
);

/** Notes which message of ours the platform's message is. */
export async function saveEchoOwner(tx: Tx, echo: Echo, outboxId: OutboxId): Promise<void> {
  await upsertOwned.run(tx, { ...toKept(echo), outboxId });
}

const upsertOwned = defineStatement((tx, p: Kept & { readonly outboxId: OutboxId }) =>
  insertInto(tx, p, p.outboxId).onConflict((conflict) =>
    conflict.columns(['account_id', 'message_id']).doUpdateSet({ outbox_id: p.outboxId }),
  ),
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
