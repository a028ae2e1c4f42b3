/** Who is in a draw under which number, and what became of the numbers that were drawn. */

import type { DropReason, WinnerState } from '../domain/draw.js';
import type { DrawId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';

export interface DrawEntry {
  readonly number: number;
  readonly memberId: MemberId;
  readonly code: string;
  /** How many tickets it has. */
  readonly weight: number;
}

export async function findEntry(tx: Tx, drawId: DrawId, memberId: MemberId): Promise<DrawEntry | undefined> {
  return tx
    .selectFrom('draw_entry')
    .select(['number', 'member_id as memberId', 'code', 'weight'])
    .where('draw_id', '=', drawId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}

/** Under the next number, which the caller has read with the draw's row locked. */
export async function appendEntry(tx: Tx, drawId: DrawId, entry: DrawEntry, now: number): Promise<void> {
  const { number, memberId, code, weight } = entry;
  const values = { number, member_id: memberId, code, weight, at: now };
  await tx
    .insertInto('draw_entry')
    .values({ draw_id: drawId, ...values })
    .execute();
  await tx.updateTable('draw').set({ entries: number }).where('id', '=', drawId).execute();
}

export interface Entrant extends DrawEntry {
  /** As the room knows them. */
  readonly name: string;
  readonly leftAt: number | null;
  readonly dropped: DropReason | null;
}

/** All who entered, with their standing in the room now, by number. */
export async function listEntrants(tx: Tx, drawId: DrawId): Promise<Entrant[]> {
  return tx
    .selectFrom('draw_entry')
    .innerJoin('draw', 'draw.id', 'draw_entry.draw_id')
    .innerJoin('membership', (join) =>
      join.onRef('membership.room_id', '=', 'draw.room_id').onRef('membership.member_id', '=', 'draw_entry.member_id'),
    )
    .select(['draw_entry.number', 'draw_entry.member_id as memberId', 'draw_entry.code', 'draw_entry.weight'])
    .select('draw_entry.dropped')
    .select(['membership.name', 'membership.left_at as leftAt'])
    .where('draw_entry.draw_id', '=', drawId)
    .orderBy('draw_entry.number')
    .execute();
}

export async function markDropped(tx: Tx, drawId: DrawId, number: number, reason: DropReason): Promise<void> {
  await tx
    .updateTable('draw_entry')
    .set({ dropped: reason })
    .where('draw_id', '=', drawId)
    .where('number', '=', number)
    .execute();
}

export interface DrawnNumber {
  /** From 1, in the order of the draw. */
  readonly rank: number;
  readonly number: number;
  readonly state: WinnerState;
  /** Why it was replaced or passed; empty for one that won. */
  readonly reason: string;
}

export async function appendDrawn(tx: Tx, drawId: DrawId, drawn: DrawnNumber, now: number): Promise<void> {
  await tx
    .insertInto('draw_winner')
    .values({ draw_id: drawId, ...drawn, at: now })
    .execute();
}

export async function listDrawn(tx: Tx, drawId: DrawId): Promise<DrawnNumber[]> {
  return tx
    .selectFrom('draw_winner')
    .select(['rank', 'number', 'state', 'reason'])
    .where('draw_id', '=', drawId)
    .orderBy('rank')
    .execute();
}

export async function markReplaced(tx: Tx, drawId: DrawId, rank: number, reason: string): Promise<void> {
  await tx
    .updateTable('draw_winner')
    .set({ state: 'replaced', reason })
    .where('draw_id', '=', drawId)
    .where('rank', '=', rank)
    .execute();
}
