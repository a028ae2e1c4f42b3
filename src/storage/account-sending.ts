/** How the sending of an account goes: when the next may leave, how many failed in a row, and what stopped it. */

import type { AccountId } from '../domain/ids.js';
import type { StopCause } from '../domain/stop.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export async function saveNextSend(tx: Tx, id: AccountId, nextSendAt: number): Promise<void> {
  await setNextSend.run(tx, { id, nextSendAt });
}

const setNextSend = defineStatement((tx, p: { id: AccountId; nextSendAt: number }) =>
  tx.updateTable('account').set({ next_send_at: p.nextSendAt }).where('id', '=', p.id),
);

export async function markSendSucceeded(tx: Tx, id: AccountId): Promise<void> {
  await forgetFailures.run(tx, { id });
}

const forgetFailures = defineStatement((tx, p: { id: AccountId }) =>
  tx.updateTable('account').set({ failures: 0 }).where('id', '=', p.id).where('failures', '>', 0),
);

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
