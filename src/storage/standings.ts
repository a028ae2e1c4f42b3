/** The standing of each membership: the figures that its check-ins and its ledger build. */

import type { CheckInId, MembershipKey } from '../domain/ids.js';
import { andThen, type Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import { lockedStandings, type Standing } from './locked-standings.js';
import { keyOfPair } from './memory.js';
import type { LedgerHead } from './points-ledger.js';
import { defineStatement } from './statement.js';
import { Write } from './write-behind.js';

export type { Standing } from './locked-standings.js';

/** Locks the membership until the transaction ends. */
export function readStanding(tx: Tx, key: MembershipKey): Awaitable<Standing> {
  return andThen(lockedStandings.first(tx, key), (standing) => {
    if (!standing) throw new Error(`There is no membership ${key.memberId} in room ${key.roomId}.`);
    return standing;
  });
}

const update = new Write({
  table: 'membership',
  one: (tx, p: MembershipKey & Standing) =>
    tx.updateTable('membership').set(columnsOf(p)).where('room_id', '=', p.roomId).where('member_id', '=', p.memberId),
  all: (tx, told) =>
    tx
      .updateTable('membership')
      .from(told)
      .set((eb) => ({
        first_day: eb.ref('told.first_day'),
        last_day: eb.ref('told.last_day'),
        covered_to: eb.ref('told.covered_to'),
        streak: eb.ref('told.streak'),
        best: eb.ref('told.best'),
        total: eb.ref('told.total'),
        freezes: eb.ref('told.freezes'),
        points: eb.ref('told.points'),
        last_entry_id: eb.ref('told.last_entry_id'),
        last_check_in_id: eb.ref('told.last_check_in_id'),
      }))
      .whereRef('membership.room_id', '=', 'told.room_id')
      .whereRef('membership.member_id', '=', 'told.member_id'),
  keyOf: ({ roomId, memberId }) => keyOfPair(roomId, memberId),
  rowOf: (p) => ({ room_id: p.roomId, member_id: p.memberId, ...columnsOf(p) }),
});

function columnsOf(p: Standing) {
  return {
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
  };
}

export function saveStanding(tx: Tx, key: MembershipKey, standing: Standing): Awaitable<unknown> {
  const { roomId, memberId } = key;
  const { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId } = standing;
  const row = {
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
  };
  if (!update.gather(tx, row)) return update.one.run(tx, row);
  // What is not written yet is not read by who asks the memory.
  lockedStandings.keep(tx, key, standing);
  return undefined;
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
