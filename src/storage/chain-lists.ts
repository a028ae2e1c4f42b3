/** Chain lists as far as they were read. Lines are kept as hashes: whether one is new can be told, what it said cannot. */

import { createHash } from 'node:crypto';
import type { ChainRule } from '../domain/chain-list/heading.js';
import type { KnownLine } from '../domain/chain-list/known-lines.js';
import type { ChainListId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';

/** A list with more lines than this is somebody's joke. */
const MOST_LINES = 3_000;

export interface StoredList {
  readonly id: ChainListId;
  /** Their keys and names are hashes, as `hashOf` makes them. */
  readonly known: readonly KnownLine[];
}

/** A line's key or name as it is kept. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

export async function openChainList(tx: Tx, roomId: RoomId, heading: string, now: number): Promise<StoredList> {
  const { id } = await tx
    .insertInto('chain_list')
    .values({ room_id: roomId, hash: hashOf(heading), seen_at: now })
    .onConflict((conflict) => conflict.columns(['room_id', 'hash']).doUpdateSet({ seen_at: now }))
    .returning('id')
    .executeTakeFirstOrThrow();
  const known = await tx
    .selectFrom('chain_line')
    .select(['hash as key', 'name_hash as name', 'member_id as memberId', 'day'])
    .where('list_id', '=', id)
    .orderBy('hash')
    .limit(MOST_LINES)
    .execute();
  return { id, known };
}

/** Adds them, or notes that they counted anew. Of a list that is full nothing more is kept. */
export async function saveChainLines(tx: Tx, list: StoredList, lines: readonly KnownLine[]): Promise<void> {
  if (lines.length === 0 || list.known.length + lines.length > MOST_LINES) return;
  await tx
    .insertInto('chain_line')
    .values(
      lines.map(({ key, name, memberId, day }) => ({
        list_id: list.id,
        hash: key,
        name_hash: name,
        member_id: memberId,
        day,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['list_id', 'hash']).doUpdateSet((eb) => ({
        member_id: eb.ref('excluded.member_id'),
        day: eb.ref('excluded.day'),
      })),
    )
    .execute();
}

export async function listChainRules(tx: Tx, roomId: RoomId): Promise<ChainRule[]> {
  const rows = await tx
    .selectFrom('chain_rule')
    .select(['words', 'counts'])
    .where('room_id', '=', roomId)
    .orderBy('words')
    .execute();
  return rows.map(({ words, counts }) => ({ words, counts: counts === 1 }));
}

export async function saveChainRule(tx: Tx, roomId: RoomId, rule: ChainRule, now: number): Promise<void> {
  const values = { counts: rule.counts ? 1 : 0, saved_at: now } as const;
  await tx
    .insertInto('chain_rule')
    .values({ room_id: roomId, words: rule.words, ...values })
    .onConflict((conflict) => conflict.columns(['room_id', 'words']).doUpdateSet(values))
    .execute();
}

/** Forgets a round of lists that nobody has posted since. Returns how many. */
export async function forgetChainLists(tx: Tx, before: number, limit: number): Promise<number> {
  const old = await tx.selectFrom('chain_list').select('id').where('seen_at', '<', before).limit(limit).execute();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.deleteFrom('chain_line').where('list_id', 'in', ids).execute();
  await tx.deleteFrom('chain_list').where('id', 'in', ids).execute();
  return ids.length;
}
