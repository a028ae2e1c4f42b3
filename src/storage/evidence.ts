/** What may still belong together: a bare check-in that waits for its content, a picture that waits for its check-in. */

import type { Evidence, Medium } from '../domain/check-in.js';
import type { CheckInId, MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface PendingCheckIn {
  readonly day: LocalDay;
  readonly at: number;
  readonly expiresAt: number;
}

/** Holds a bare check-in; a later one takes the place of an earlier one. */
export async function savePending(tx: Tx, key: MembershipKey, pending: PendingCheckIn): Promise<void> {
  const values = { day: pending.day, at: pending.at, expires_at: pending.expiresAt };
  await tx
    .insertInto('pending_check_in')
    .values({ room_id: key.roomId, member_id: key.memberId, ...values })
    .onConflict((conflict) => conflict.columns(['room_id', 'member_id']).doUpdateSet(values))
    .execute();
}

const deletePending = defineStatement((tx, p: MembershipKey) =>
  tx
    .deleteFrom('pending_check_in')
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId)
    .returning(['day', 'at', 'expires_at as expiresAt']),
);

/** Takes the held check-in away, if it has not expired at `now`. */
export async function takePending(tx: Tx, key: MembershipKey, now: number): Promise<PendingCheckIn | undefined> {
  const row = await deletePending.first(tx, key);
  return row && row.expiresAt > now ? row : undefined;
}

export async function saveMedia(tx: Tx, key: MembershipKey, kind: Medium, at: number): Promise<void> {
  await tx
    .insertInto('recent_media')
    .values({ room_id: key.roomId, member_id: key.memberId, kind, at })
    .onConflict((conflict) => conflict.columns(['room_id', 'member_id']).doUpdateSet({ kind, at }))
    .execute();
}

const deleteMedia = defineStatement((tx, p: MembershipKey) =>
  tx
    .deleteFrom('recent_media')
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId)
    .returning(['kind', 'at']),
);

/** Takes the member's latest medium away, if it was sent at `since` or later. */
export async function takeMedia(tx: Tx, key: MembershipKey, since: number): Promise<Medium | undefined> {
  const row = await deleteMedia.first(tx, key);
  return row && row.at >= since ? row.kind : undefined;
}

export async function saveEvidence(tx: Tx, id: CheckInId, evidence: Evidence): Promise<void> {
  await tx.updateTable('check_in').set({ evidence }).where('id', '=', id).execute();
}
