/** The standing of each membership: the figures that its check-ins and its ledger build. */

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

const locked = new Remembered({
  statement: lock,
  keyOf: ({ roomId, memberId }: MembershipKey) => keyOfPair(roomId, memberId),
  answerOf: (row): Standing => row,
});

/** What was read along with something else. Where it is not remembered it is read again, and locked. */
export function keepStanding(tx: Tx, key: MembershipKey, row: Standing): void {
  const { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId } = row;
  const tally = { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId };
  locked.keep(tx, key, tally);
}

/** Locks the membership until the transaction ends. */
export async function readStanding(tx: Tx, key: MembershipKey): Promise<Standing> {
  const standing = await locked.first(tx, key);
  if (!standing) throw new Error(`There is no membership ${key.memberId} in room ${key.roomId}.`);
  return standing;
}

const update = defineStatement((tx, p: MembershipKey & Standing) =>
  tx
    .updateTable('membership')
    .set({
      first_day: p.firstDay,
      last_day: p.lastDay,
      covered_to: p.coveredTo,
      streak: p.streak,
      best: p.best,
      total: p.total,
      freezes: p.freezes,
      points: p.balance,
      last_entry_id: p.lastEntryId,
      last_check_in_id: p.lastCheckInId,
    })
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId),
);

export async function saveStanding(tx: Tx, key: MembershipKey, standing: Standing): Promise<void> {
  const { roomId, memberId } = key;
  const { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId } = standing;
  await update.run(tx, {
    roomId,
    memberId,
    firstDay,
    lastDay,
    coveredTo,
    streak,
    best,
    total,
    freezes,
    balance,
    lastEntryId,
    lastCheckInId,
  });
}

/** Stores the end of the ledger alone: nothing else of the standing follows from what is booked. */
export async function saveLedgerHead(
  tx: Tx,
  { roomId, memberId }: MembershipKey,
  { balance, lastEntryId }: LedgerHead,
): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ points: balance, last_entry_id: lastEntryId })
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .execute();
}

/** Stores the end of the chain of check-ins, on which the history hangs. */
export async function saveChainEnd(
  tx: Tx,
  { roomId, memberId }: MembershipKey,
  lastCheckInId: CheckInId | null,
): Promise<void> {
  await updateChainEnd.run(tx, { roomId, memberId, lastCheckInId });
}

const updateChainEnd = defineStatement((tx, p: MembershipKey & { lastCheckInId: CheckInId | null }) =>
  tx
    .updateTable('membership')
    .set({ last_check_in_id: p.lastCheckInId })
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId),
);
