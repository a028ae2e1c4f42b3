/** Errands: rows of the outbox that hold something to do in place of words. */

import type { Errand } from '../domain/errand.js';
import type { OutboxId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { literally } from './outbox-state.js';
import { type OutboxDraft, toRow } from './outbox.js';

export async function appendErrand(tx: Tx, draft: Omit<OutboxDraft, 'body'>, errand: Errand): Promise<OutboxId> {
  const { id } = await tx
    .insertInto('outbox')
    .values({ ...toRow({ ...draft, body: '' }), state: 'planned', errand: JSON.stringify(errand) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Resolves to false where it has left already, or has ended. */
export async function cancelErrand(tx: Tx, id: OutboxId, reason: string): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', reason })
    .where('id', '=', id)
    .where('state', '=', literally('planned'))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
