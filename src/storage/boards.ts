/** A room's board: who stands where. */

import type { MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { Contender } from '../domain/leaderboard.js';
import type { LocalDay } from '../domain/local-day.js';
import { currentStreak } from '../domain/streak.js';
import type { Tx } from './database.js';

/** Everybody present who has not left the board, with the streak as it stands on `today`. */
export async function listContenders(tx: Tx, roomId: RoomId, today: LocalDay): Promise<Contender[]> {
  const rows = await tx
    .selectFrom('membership')
    .select(['member_id as memberId', 'name', 'streak', 'total', 'covered_to as coveredTo'])
    .where('room_id', '=', roomId)
    .where('left_at', 'is', null)
    .where('on_board', '=', 1)
    .execute();
  return rows.map(({ coveredTo, streak, ...row }) => ({ ...row, streak: currentStreak({ coveredTo, streak }, today) }));
}

/** Returns whether the member was on the board until now. */
export async function saveOnBoard(tx: Tx, roomId: RoomId, memberId: MemberId, onBoard: boolean): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ on_board: onBoard ? 1 : 0 })
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .execute();
}

/** Whether the member is on the board, as is everybody who has not left it. */
export async function findBoardWish(tx: Tx, { roomId, memberId }: MembershipKey): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('on_board')
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.on_board !== 0;
}
