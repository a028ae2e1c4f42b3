/** The standing of each membership: the figures that its check-ins and its ledger build. */

import type { CheckInId, MembershipKey } from '../domain/ids.js';
import type { Tally } from '../domain/streak.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { LedgerHead } from './points-ledger.js';
import { defineStatement } from './statement.js';

export interface Standing extends Tally, LedgerHead {
  /** The end of the member's chain of check-ins. */
  readonly lastCheckInId: CheckInId | null;
}

const lock = defineStatement((tx, p: MembershipKey) => {
  const query = tx
    .selectFrom('membership')
    .select(['first_day as firstDay', 'last_day as lastDay', 'streak', 'best', 'total'])
    .select(['points as balance', 'last_entry_id as lastEntryId', 'last_check_in_id as lastCheckInId'])
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId);
  return lockRows(tx, query);
});

/** Locks the membership until the transaction ends. */
export async function readStanding(tx: Tx, key: MembershipKey): Promise<Standing> {
  const standing = await lock.first(tx, key);
  if (!standing) throw new Error(`There is no membership ${key.memberId} in room ${key.roomId}.`);
  return standing;
}

const update = defineStatement((tx, p: MembershipKey & Standing) =>
  tx
    .updateTable('membership')
    .set({
      first_day: p.firstDay,
      last_day: p.lastDay,
      streak: p.streak,
      best: p.best,
      total: p.total,
      points: p.balance,
      last_entry_id: p.lastEntryId,
      last_check_in_id: p.lastCheckInId,
    })
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId),
);

export async function saveStanding(tx: Tx, key: MembershipKey, standing: Standing): Promise<void> {
  const { roomId, memberId } = key;
  const { firstDay, lastDay, streak, best, total, balance, lastEntryId, lastCheckInId } = standing;
  await update.run(tx, {
    roomId,
    memberId,
    firstDay,
    lastDay,
    streak,
    best,
    total,
    balance,
    lastEntryId,
    lastCheckInId,
  });
}
