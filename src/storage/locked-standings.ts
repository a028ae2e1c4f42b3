/** Reading the standing of a membership, which locks it until the transaction ends; each is asked for once. */

import { sql } from 'kysely';
import type { CheckInId, MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { Tally } from '../domain/streak.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { lockRows } from './lock.js';
import { keyOfPair } from './memory.js';
import type { LedgerHead } from './points-ledger.js';
import { idsIn } from './read-ahead.js';
import { Remembered } from './remembered.js';
import { defineStatement } from './statement.js';

export interface Standing extends Tally, LedgerHead {
  /** The end of the member's chain of check-ins. */
  readonly lastCheckInId: CheckInId | null;
}

/** Of the membership, by the names of `Standing`. */
export const STANDING_COLUMNS = [
  'first_day as firstDay',
  'last_day as lastDay',
  'covered_to as coveredTo',
  'streak',
  'best',
  'total',
  'freezes',
  'points as balance',
  'last_entry_id as lastEntryId',
  'last_check_in_id as lastCheckInId',
] as const;

const lock = defineStatement((tx, p: MembershipKey) => {
  const query = tx
    .selectFrom('membership')
    .select(STANDING_COLUMNS)
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId);
  return lockRows(tx, query);
});

interface Seat {
  readonly room_id: RoomId;
  readonly member_id: MemberId;
}

const lockHeard = defineStatement((tx, p: Batch) =>
  tx
    .selectFrom(
      sql<Seat>`unnest(${idsIn(p.seatRoomIds)}, ${idsIn(p.seatMemberIds)})`.as<'seat'>(sql`seat(room_id, member_id)`),
    )
    .innerJoin('membership', (join) =>
      join.onRef('membership.room_id', '=', 'seat.room_id').onRef('membership.member_id', '=', 'seat.member_id'),
    )
    .select(['membership.room_id as roomId', 'membership.member_id as memberId'])
    .select(STANDING_COLUMNS)
    // In one order, so that two processes never wait for each other.
    .orderBy('membership.room_id')
    .orderBy('membership.member_id')
    .forUpdate('membership'),
);

export const lockedStandings = new Remembered({
  statement: lock,
  ahead: lockHeard,
  keyOf: ({ roomId, memberId }: MembershipKey) => keyOfPair(roomId, memberId),
  answerOf: (row): Standing => row,
});

/** What was read along with something else, where an open transaction is all the lock that is needed. */
export function keepStanding(tx: Tx, key: MembershipKey, row: Standing): void {
  const { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId } = row;
  const tally = { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId };
  lockedStandings.keep(tx, key, tally);
}
