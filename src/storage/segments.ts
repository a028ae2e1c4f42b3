/** Conditions that were saved under a name. */

import type { AccountId, MemberId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface Segment {
  readonly name: string;
  /** As typed. */
  readonly condition: string;
}

export async function findSegment(tx: Tx, accountId: AccountId, name: string): Promise<Segment | undefined> {
  return tx
    .selectFrom('segment')
    .select(['name', 'condition'])
    .where('account_id', '=', accountId)
    .where('name', '=', name)
    .executeTakeFirst();
}

export async function listSegments(tx: Tx, accountId: AccountId): Promise<Segment[]> {
  return tx
    .selectFrom('segment')
    .select(['name', 'condition'])
    .where('account_id', '=', accountId)
    .orderBy('name')
    .execute();
}

export interface SavedSegment extends Segment {
  readonly by: MemberId;
  readonly at: number;
}

export async function saveSegment(tx: Tx, accountId: AccountId, segment: SavedSegment): Promise<void> {
  const values = { condition: cleanText(segment.condition), saved_by: segment.by, saved_at: segment.at };
  await tx
    .insertInto('segment')
    .values({ account_id: accountId, name: cleanText(segment.name), ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'name']).doUpdateSet(values))
    .execute();
}

export async function deleteSegment(tx: Tx, accountId: AccountId, name: string): Promise<void> {
  await tx.deleteFrom('segment').where('account_id', '=', accountId).where('name', '=', name).execute();
}
