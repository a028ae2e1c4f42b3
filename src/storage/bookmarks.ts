/** How far a task that goes through a table in order has come: the id of the last row that it dealt with. */

import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

/** 0 before the first row. */
export async function readBookmark(tx: Tx, name: string): Promise<number> {
  return (await findPosition.first(tx, { name }))?.position ?? 0;
}

const findPosition = defineStatement((tx, p: { name: string }) =>
  tx.selectFrom('bookmark').select('position').where('name', '=', p.name),
);

export async function saveBookmark(tx: Tx, name: string, position: number): Promise<void> {
  await tx
    .insertInto('bookmark')
    .values({ name, position })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ position }))
    .execute();
}
