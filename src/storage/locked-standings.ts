/** Reading the standing of a membership, which locks it until the transaction ends; each is asked for once. */

import type { CheckInId, MembershipKey } from '../domain/ids.js';
import type { Tally } from '../domain/streak.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { keyOfPair } from './memory.js';
import type { LedgerHead } from './points-ledger.js';
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

export const lockedStandings = new Remembered({
  statement: lock,
  keyOf: ({ roomId, memberId }: MembershipKey) => keyOfPair(roomId, memberId),
  answerOf: (row): Standing => row,
});

/** What was read, and locked, along with something else. What is known already may wait to be written, so it stays. */
export function keepStanding(tx: Tx, key: MembershipKey, row: Standing): void {
  if (lockedStandings.knows(tx, key)) return;
  const { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId } = row;
  const tally = { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId };
  lockedStandings.keep(tx, key, tally);
}
