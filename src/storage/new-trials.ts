/** Trials that begin: those of a whole room at once, when it is registered. */

import type { Insertable } from 'kysely';
import type { RoomId, TrialId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { inSlices } from './slices.js';
import type { TrialKey } from './trials.js';

export interface NewTrial extends TrialKey {
  readonly roomId: RoomId;
  readonly at: number;
  readonly day: LocalDay;
  readonly firstDay: LocalDay;
  readonly days: number;
}

/** Resolves to the new ones: whoever has one in the course already gets no other. */
export async function appendTrials(tx: Tx, trials: readonly NewTrial[]): Promise<TrialId[]> {
  const ids: TrialId[] = [];
  for (const some of inSlices(trials)) {
    const rows = await tx
      .insertInto('trial')
      .values(some.map(rowOf))
      .onConflict((conflict) => conflict.columns(['account_id', 'member_id', 'course_id']).doNothing())
      .returning('id')
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

function rowOf(trial: NewTrial): Insertable<Schema['trial']> {
  const { accountId, memberId, courseId, roomId, at, day, firstDay, days } = trial;
  const began = { began_room_id: roomId, began_at: at, began_day: day, start_day: firstDay };
  const now = { room_id: roomId, round_at: at, first_day: firstDay, days, state: 'running' as const };
  return { account_id: accountId, member_id: memberId, course_id: courseId, ...began, ...now };
}
