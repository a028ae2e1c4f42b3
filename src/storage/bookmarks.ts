/** How far a task that goes through a table in order has come: the id of the last row that it dealt with. */

import type { Tx } from './database.js';

/** 0 before the first row. */
export async function readBookmark(tx: Tx, name: string): Promise<number> {
  const row = await tx.selectFrom('bookmark').select('position').where('name', '=', name).executeTakeFirst();
  return row?.position ?? 0;
}

export async function saveBookmark(tx: Tx, name: string, position: number): Promise<void> {
  await tx
    .insertInto('bookmark')
    .values({ name, position })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ position }))
    .execute();
}
