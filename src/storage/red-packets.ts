/** Records of red packets, in fen, and the budget of each room: what is recorded never adds up to more. */

import type { MemberId, RedPacketId, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Budget {
  readonly total: number;
  readonly spent: number;
}

/** Nobody else spends of it until the transaction ends. */
export async function lockBudget(tx: Tx, roomId: RoomId): Promise<Budget | undefined> {
  const query = tx.selectFrom('red_packet_budget').select(['total', 'spent']).where('room_id', '=', roomId);
  return lockRows(tx, query).executeTakeFirst();
}

/** False when more than that has been spent; nothing is changed then. */
export async function saveBudget(tx: Tx, roomId: RoomId, total: number, now: number): Promise<boolean> {
  const result = await tx
    .insertInto('red_packet_budget')
    .values({ room_id: roomId, total, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('room_id').doUpdateSet({ total, updated_at: now }).where('red_packet_budget.spent', '<=', total),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes it away where nothing was ever recorded against it. False where something was. */
export async function deleteUnusedBudget(tx: Tx, roomId: RoomId): Promise<boolean> {
  const records = tx.selectFrom('red_packet').select('red_packet.id').where('red_packet.room_id', '=', roomId);
  const result = await tx
    .deleteFrom('red_packet_budget')
    .where('room_id', '=', roomId)
    .where(({ not, exists }) => not(exists(records)))
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** False when the budget does not bear it; nothing is changed then. */
export async function spend(tx: Tx, roomId: RoomId, amount: number, now: number): Promise<boolean> {
  const result = await tx
    .updateTable('red_packet_budget')
    .set((eb) => ({ spent: eb('spent', '+', amount), updated_at: now }))
    .where('room_id', '=', roomId)
    .where((eb) => eb(eb('spent', '+', amount), '<=', eb.ref('total')))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface RedPacketDraft {
  readonly roomId: RoomId;
  readonly memberId: MemberId;
  readonly amount: number;
  readonly note: string;
  readonly by: MemberId;
  readonly at: number;
}

export async function appendRedPacket(tx: Tx, draft: RedPacketDraft): Promise<RedPacketId> {
  const { roomId, memberId, amount, note, by, at } = draft;
  const row = await tx
    .insertInto('red_packet')
    .values({ room_id: roomId, member_id: memberId, amount, note: cleanText(note), by_member_id: by, at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface RedPacket {
  readonly id: RedPacketId;
  readonly name: string;
  readonly amount: number;
  readonly note: string;
  readonly at: number;
  /** Why it does not count; null where it does. */
  readonly voidReason: string | null;
}

/** The newest first. */
export async function listRedPackets(tx: Tx, roomId: RoomId, limit: number): Promise<RedPacket[]> {
  return tx
    .selectFrom('red_packet')
    .innerJoin('member', 'member.id', 'red_packet.member_id')
    .select(['red_packet.id', 'member.name', 'amount', 'note', 'at', 'void_reason as voidReason'])
    .where('room_id', '=', roomId)
    .orderBy('red_packet.id', 'desc')
    .limit(limit)
    .execute();
}

interface Recorded {
  readonly id: RedPacketId;
  readonly amount: number;
  readonly voidReason: string | null;
}

export async function lockRedPacket(tx: Tx, roomId: RoomId, id: number): Promise<Recorded | undefined> {
  const query = tx
    .selectFrom('red_packet')
    .select(['id', 'amount', 'void_reason as voidReason'])
    .where('room_id', '=', roomId)
    .where('id', '=', id as RedPacketId);
  return lockRows(tx, query).executeTakeFirst();
}

/** A record stays; with a reason it does not count. Its amount goes back to the budget, or with null is spent again. */
export async function markVoid(tx: Tx, id: RedPacketId, reason: string | null, now: number): Promise<void> {
  await tx
    .updateTable('red_packet')
    .set({ void_reason: reason === null ? null : cleanText(reason), voided_at: reason === null ? null : now })
    .where('id', '=', id)
    .execute();
}
