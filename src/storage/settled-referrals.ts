/** What becomes of referrals: which of them are looked at in a room, and what each is found to be. */

import { sql } from 'kysely';
import type { AccountId, ReferralId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { STAYED_MS, type VoidReason } from '../domain/referral.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { seatsOf } from './presence.js';
import { type Referral, REFERRAL_COLUMNS } from './referrals.js';
import { defineStatement } from './statement.js';

export async function markVoid(tx: Tx, id: ReferralId, reason: VoidReason): Promise<void> {
  await tx.updateTable('referral').set({ state: 'void', reason }).where('id', '=', id).execute();
}

export async function markReversed(tx: Tx, id: ReferralId, reason: string): Promise<void> {
  await tx.updateTable('referral').set({ state: 'reversed', reason }).where('id', '=', id).execute();
}

export interface Earned {
  readonly roomId: RoomId;
  readonly points: number;
  readonly at: number;
  readonly day: LocalDay;
}

export async function markEarned(tx: Tx, id: ReferralId, { roomId, points, at, day }: Earned): Promise<void> {
  const earned = { state: 'earned', room_id: roomId, points, earned_at: at, earned_day: day } as const;
  await tx.updateTable('referral').set(earned).where('id', '=', id).execute();
}

/** Those whose newcomer is, or was, in the room and who may still be paid. Held until the transaction ends. */
export async function listPending(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<readonly Referral[]> {
  return lockPending.all(tx, { accountId, roomId });
}

const lockPending = defineStatement((tx, p: { accountId: AccountId; roomId: RoomId }) => {
  const query = tx
    .selectFrom('referral')
    .select(REFERRAL_COLUMNS)
    .where('account_id', '=', p.accountId)
    .where('state', '=', 'pending')
    .where('newcomer_id', 'in', (eb) => eb.selectFrom('membership').select('member_id').where('room_id', '=', p.roomId))
    .orderBy('id');
  return lockRows(tx, query);
});

/** Those that were paid in the room since then. Held until the transaction ends. */
export async function listEarnedIn(tx: Tx, roomId: RoomId, since: number): Promise<readonly Referral[]> {
  return lockEarned.all(tx, { roomId, since });
}

const lockEarned = defineStatement((tx, p: { roomId: RoomId; since: number }) => {
  const query = tx
    .selectFrom('referral')
    .select(REFERRAL_COLUMNS)
    .where('state', '=', 'earned')
    .where('room_id', '=', p.roomId)
    .where('earned_at', '>=', p.since)
    .orderBy('id');
  return lockRows(tx, query);
});

/** Newcomers who left the room within a day of being first seen, and are in no other one. */
export async function markGone(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<void> {
  const left = tx
    .selectFrom('membership')
    // Crosswise, since SQLite then begins with the room and never with all of the account.
    .crossJoin('member_source')
    .select('membership.member_id')
    .whereRef('member_source.member_id', '=', 'membership.member_id')
    .where('member_source.account_id', '=', accountId)
    .where('membership.room_id', '=', roomId)
    .where((seat) => seat('membership.left_at', '<', seat('member_source.since_at', '+', STAYED_MS)));
  await tx
    .updateTable('referral')
    .set({ state: 'void', reason: 'gone' satisfies VoidReason })
    .where('account_id', '=', accountId)
    .where('state', '=', 'pending')
    .where('newcomer_id', 'in', left)
    .where(({ not, exists }) => not(exists(seatsOf(tx, accountId, sql.ref('referral.newcomer_id')))))
    .execute();
}
