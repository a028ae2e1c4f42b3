/**
 * What was checked in during trials whose days are past, kept, since members who stay have ever longer chains of check-ins.
 *
 * It follows from check-ins alone. Whatever changes those of the past forgets it; one that comes at the end of a chain shows
 * in the tail, and then what is kept does not count.
 */

import { sql } from 'kysely';
import type { MemberId, RoomId, TrialId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';
import { LAST, type TrialRecord } from './trial-days.js';

/** Of trials that began in the room: those whose days ended before `today`, and began on `since` or later or are not kept. */
export async function listPastTrials(
  tx: Tx,
  roomId: RoomId,
  { since, today }: { readonly since: LocalDay; readonly today: LocalDay },
): Promise<TrialId[]> {
  const rows = await tx
    .selectFrom('trial')
    .leftJoin('trial_record', 'trial_record.trial_id', 'trial.id')
    .select('trial.id')
    .where('trial.began_room_id', '=', roomId)
    .where(sql<number>`trial.start_day + ${sql.lit(LAST)}`, '<', today)
    .where((eb) => eb.or([eb('trial.began_day', '>=', since), eb('trial_record.trial_id', 'is', null)]))
    .execute();
  return rows.map(({ id }) => id);
}

export async function saveTrialRecord(tx: Tx, { trialId, soon, days, tail }: TrialRecord): Promise<void> {
  const counted = { soon: soon ? (1 as const) : (0 as const), days, tail };
  await tx
    .insertInto('trial_record')
    .values({ trial_id: trialId, ...counted })
    .onConflict((conflict) => conflict.column('trial_id').doUpdateSet(counted))
    .execute();
}

const forget = defineStatement((tx, p: { memberId: MemberId }) =>
  tx
    .deleteFrom('trial_record')
    .where('trial_id', 'in', (eb) => eb.selectFrom('trial').select('trial.id').where('member_id', '=', p.memberId)),
);

/** Check-ins of the past were changed, or the trials are another member's: they are read anew. */
export async function forgetTrialRecords(tx: Tx, memberId: MemberId): Promise<void> {
  await forget.run(tx, { memberId });
}

/** The room runs another course: all who were ever there are read anew. */
export async function forgetRecordsIn(tx: Tx, roomId: RoomId): Promise<void> {
  const seated = tx.selectFrom('membership').select('member_id').where('room_id', '=', roomId);
  await tx
    .deleteFrom('trial_record')
    .where('trial_id', 'in', tx.selectFrom('trial').select('trial.id').where('member_id', 'in', seated))
    .execute();
}
