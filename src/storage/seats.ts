/** Memberships without their figures: under which name somebody is in a room, since when, and until when. */

import type { AccountId, CheckInId, MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { Seat } from '../domain/seat.js';
import type { Tx } from './database.js';

export type SeatIn = Seat & { readonly roomId: RoomId };

const COLUMNS = [
  'room_id as roomId',
  'name',
  'joined_at as joinedAt',
  'left_at as leftAt',
  'on_board as onBoard',
] as const;

/** In the rooms of one account. */
export async function listSeats(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<SeatIn[]> {
  return tx
    .selectFrom('membership')
    .select(COLUMNS)
    .where('member_id', '=', memberId)
    .where('room_id', 'in', tx.selectFrom('room').select('room.id').where('account_id', '=', accountId))
    .orderBy('room_id')
    .execute();
}

/** When the member last came into the room. */
export async function readJoinedAt(tx: Tx, { roomId, memberId }: MembershipKey): Promise<number> {
  const row = await tx
    .selectFrom('membership')
    .select('joined_at as joinedAt')
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return row.joinedAt;
}

/** Inserts or replaces; figures stay as they are. */
export async function saveSeat(tx: Tx, key: MembershipKey, seat: Seat): Promise<void> {
  const { name, joinedAt, leftAt, onBoard } = seat;
  const values = { name, joined_at: joinedAt, left_at: leftAt, on_board: onBoard };
  await tx
    .insertInto('membership')
    .values({ room_id: key.roomId, member_id: key.memberId, ...values })
    .onConflict((conflict) => conflict.columns(['room_id', 'member_id']).doUpdateSet(values))
    .execute();
}

/** Takes the seat away where nothing ever hung on it. Returns false where something did. */
export async function deleteUnusedSeat(tx: Tx, key: MembershipKey): Promise<boolean> {
  const result = await tx
    .deleteFrom('membership')
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .where('last_entry_id', 'is', null)
    .where('last_check_in_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('leave_day')
            .select('leave_day.day')
            .where('leave_day.room_id', '=', key.roomId)
            .where('leave_day.member_id', '=', key.memberId),
        ),
      ),
    )
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The newest check-in of all; 0 before the first. */
export async function readLastCheckInId(tx: Tx): Promise<CheckInId | 0> {
  const row = await tx.selectFrom('check_in').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? 0;
}
