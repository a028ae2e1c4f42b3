/** Draws that are called off, and those that go on after all. */

import type { DrawId } from '../domain/ids.js';
import type { Tx } from './database.js';

export async function markDrawCancelled(tx: Tx, id: DrawId): Promise<void> {
  await tx.updateTable('draw').set({ state: 'cancelled' }).where('id', '=', id).execute();
}

/** One that nobody entered. */
export async function deleteDraw(tx: Tx, id: DrawId): Promise<void> {
  await tx.deleteFrom('draw').where('id', '=', id).execute();
}

/** As it was before it was cancelled: sealed if its list is. */
export async function markDrawReopened(tx: Tx, id: DrawId): Promise<void> {
  await tx
    .updateTable('draw')
    .set((eb) => ({
      state: eb
        .case()
        .when('list_hash', 'is', null)
        .then('open' as const)
        .else('sealed' as const)
        .end(),
    }))
    .where('id', '=', id)
    .execute();
}
