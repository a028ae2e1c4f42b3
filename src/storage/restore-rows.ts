/** Puts rows back as they were before an action, as long as nobody has changed them since. */

import type { Tx } from './database.js';
import { listImages, plainly, type RowChange, type RowImage } from './row-images.js';

/** Rows can go back only as long as nothing else hangs on what would vanish. */
export class RowInUseError extends Error {
  override readonly name = 'RowInUseError';
}

/** The first change after which the row has been changed again; undefined when all are as they were left. */
export async function findOverwritten(tx: Tx, changes: readonly RowChange[]): Promise<RowChange | undefined> {
  for (const change of changes) {
    const [row] = await listImages(tx, change.table, change.key);
    if (!isAsLeft(row, change.after)) return change;
  }
  return undefined;
}

/** Puts the rows back as they were. Throws a RowInUseError when others refer to one that would go. */
export async function restoreRows(tx: Tx, changes: readonly RowChange[]): Promise<void> {
  try {
    for (const change of changes.toReversed()) if (change.before === null) await removeRow(tx, change);
    for (const change of changes) if (change.before !== null) await putRow(tx, change, change.before);
  } catch (error) {
    if (isReferenced(error)) throw new RowInUseError('Others refer to the row.', { cause: error });
    throw error;
  }
}

async function removeRow(tx: Tx, { table, key }: RowChange): Promise<void> {
  let query = plainly(tx).deleteFrom(table);
  for (const [column, value] of Object.entries(key)) query = query.where(column, '=', value);
  await query.execute();
}

async function putRow(tx: Tx, { table, key, after }: RowChange, before: RowImage): Promise<void> {
  if (after === null) {
    await plainly(tx).insertInto(table).values(before).execute();
    return;
  }
  let query = plainly(tx).updateTable(table).set(before);
  for (const [column, value] of Object.entries(key)) query = query.where(column, '=', value);
  await query.execute();
}

function isAsLeft(row: RowImage | undefined, after: RowImage | null): boolean {
  if (after === null || row === undefined) return after === null && row === undefined;
  return Object.entries(after).every(([column, value]) => row[column] === value);
}

const REFERENCED: ReadonlySet<unknown> = new Set(['SQLITE_CONSTRAINT_FOREIGNKEY', '23503']);

function isReferenced(error: unknown): boolean {
  return error instanceof Error && 'code' in error && REFERENCED.has(error.code);
}
