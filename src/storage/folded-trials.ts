/** Trials of somebody who turns out to be another member. */

import type { AccountId, MemberId, TrialId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { type Trial, TRIAL_COLUMNS } from './trials.js';

export async function listTrialsOf(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<Trial[]> {
  return tx
    .selectFrom('trial')
    .select(TRIAL_COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute();
}

/** The one began when the other did, which is what it is counted by. */
export async function saveTrialBeginning(tx: Tx, from: TrialId, to: TrialId): Promise<void> {
  const beginning = await tx
    .selectFrom('trial')
    .select(['began_room_id', 'began_at', 'began_day', 'start_day'])
    .where('id', '=', from)
    .executeTakeFirstOrThrow();
  await tx.updateTable('trial').set(beginning).where('id', '=', to).execute();
}
