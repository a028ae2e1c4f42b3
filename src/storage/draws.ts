/** Draws: their terms, and how far each of them has come. A room has one that runs at most. */

import type { DrawCondition, DrawState, DrawWeights } from '../domain/draw.js';
import type { DrawId, MemberId, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Draw {
  readonly id: DrawId;
  readonly roomId: RoomId;
  readonly name: string;
  readonly prize: string;
  /** What each winner is booked; 0 where staff hand the prize over. */
  readonly points: number;
  readonly places: number;
  readonly conditions: readonly DrawCondition[];
  readonly publicSource: string | null;
  readonly publicValue: string | null;
  readonly state: DrawState;
  /** Not to be shown before the draw. */
  readonly seed: string;
  readonly commitment: string;
  /** As they were published; null where every entry has one ticket. */
  readonly weights: DrawWeights | null;
  readonly listHash: string | null;
  readonly entries: number;
  readonly openedBy: MemberId;
  readonly openedAt: number;
  readonly endsAt: number;
}

export type NewDraw = Omit<Draw, 'id' | 'publicValue' | 'state' | 'listHash' | 'entries'>;

const COLUMNS = [
  'id',
  'room_id as roomId',
  'name',
  'prize',
  'points',
  'places',
  'conditions',
  'public_source as publicSource',
  'public_value as publicValue',
  'state',
  'seed',
  'commitment',
  'weights',
  'list_hash as listHash',
  'entries',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'ends_at as endsAt',
] as const;

export async function appendDraw(tx: Tx, draw: NewDraw): Promise<DrawId> {
  const row = await tx
    .insertInto('draw')
    .values({
      room_id: draw.roomId,
      name: cleanText(draw.name),
      prize: cleanText(draw.prize),
      points: draw.points,
      places: draw.places,
      conditions: JSON.stringify(draw.conditions),
      public_source: draw.publicSource === null ? null : cleanText(draw.publicSource),
      state: 'open',
      seed: draw.seed,
      commitment: draw.commitment,
      weights: draw.weights === null ? null : JSON.stringify(draw.weights),
      opened_by: draw.openedBy,
      opened_at: draw.openedAt,
      ends_at: draw.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Locked until the transaction ends. */
export async function readDraw(tx: Tx, id: DrawId): Promise<Draw> {
  const query = tx.selectFrom('draw').select(COLUMNS).where('id', '=', id);
  return toDraw(await lockRows(tx, query).executeTakeFirstOrThrow());
}

/** The room's draw that is open or waits for its public number; locked until the transaction ends. */
export async function findRunningDraw(tx: Tx, roomId: RoomId): Promise<Draw | undefined> {
  const query = tx
    .selectFrom('draw')
    .select(COLUMNS)
    .where('room_id', '=', roomId)
    .where('state', 'in', ['open', 'sealed']);
  const row = await lockRows(tx, query).executeTakeFirst();
  return row && toDraw(row);
}

/** The room's last one that was sealed, drawn or not. */
export async function findLastSealedDraw(tx: Tx, roomId: RoomId): Promise<Draw | undefined> {
  const query = tx
    .selectFrom('draw')
    .select(COLUMNS)
    .where('room_id', '=', roomId)
    .where('list_hash', 'is not', null)
    .where('state', 'in', ['sealed', 'drawn'])
    .orderBy('id', 'desc')
    .limit(1);
  const row = await lockRows(tx, query).executeTakeFirst();
  return row && toDraw(row);
}

export async function markSealed(tx: Tx, id: DrawId, listHash: string, now: number): Promise<void> {
  await tx
    .updateTable('draw')
    .set({ state: 'sealed', list_hash: listHash, sealed_at: now })
    .where('id', '=', id)
    .execute();
}

export async function markDrawn(tx: Tx, id: DrawId, publicValue: string | null, now: number): Promise<void> {
  await tx
    .updateTable('draw')
    .set({ state: 'drawn', public_value: publicValue, drawn_at: now })
    .where('id', '=', id)
    .execute();
}

function toDraw<Row extends { readonly conditions: string; readonly weights: string | null }>(row: Row) {
  const weights = row.weights === null ? null : (JSON.parse(row.weights) as DrawWeights);
  return { ...row, weights, conditions: JSON.parse(row.conditions) as DrawCondition[] };
}
