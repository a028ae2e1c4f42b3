/** What was checked in during trials, counted from the chains of check-ins: those of all rooms of the course together. */

import { type ExpressionBuilder, sql } from 'kysely';
import type { TrialId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { FIRST_CHECK_IN_MS, TRIAL_DAYS } from '../domain/trial.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { inSlices } from './slices.js';

/** In days: what is said on one may be put to a day so long before. */
const MAKE_UP_REACH = 31;
/** Days from the first to the last. */
export const LAST = TRIAL_DAYS - 1;

const lastDay = sql<LocalDay>`trial.start_day + ${sql.lit(LAST)}`;
const soonUntil = sql<number>`trial.began_at + ${sql.lit(FIRST_CHECK_IN_MS)}`;

export interface TrialRecord {
  readonly trialId: TrialId;
  /** Whether somebody checked in soon after joining. */
  readonly soon: boolean;
  /** Days of check-in among the first seven. */
  readonly days: number;
  /** Of chains that have not gone on past these days, the last check-in of all; 0 for none. */
  readonly tail: number;
}

/** Follows the chains of each trial back to its beginning. */
export async function countTrialRecords(tx: Tx, trialIds: readonly TrialId[]): Promise<Map<TrialId, TrialRecord>> {
  const records = new Map<TrialId, TrialRecord>();
  for (const some of inSlices(trialIds)) {
    for (const { trialId, soon, days, tail } of await countSome(tx, some))
      records.set(trialId, { trialId, soon: Number(soon) > 0, days: Number(days), tail: Number(tail) });
  }
  return records;
}

async function countSome(tx: Tx, trialIds: readonly TrialId[]) {
  const soon = sql<number>`sum(case when chain.at between trial.began_at and ${soonUntil} then 1 else 0 end)`;
  const among = sql`chain.day between trial.start_day and ${lastDay}`;
  return selectChains(tx, trialIds)
    .selectFrom('trial')
    .leftJoin('chain', 'chain.trial_id', 'trial.id')
    .where('trial.id', 'in', trialIds)
    .select(['trial.id as trialId', soon.as('soon'), (eb) => tailOfTrial(eb).as('tail')])
    .select(sql<number>`count(distinct case when ${among} then chain.day end)`.as('days'))
    .groupBy(['trial.id', 'trial.member_id', 'trial.account_id', 'trial.course_id', 'trial.began_room_id'])
    .groupBy('trial.start_day')
    .execute();
}

function selectChains(tx: Tx, trialIds: readonly TrialId[]) {
  return tx.withRecursive('chain', (db) =>
    selectLastCheckIns(tx, trialIds).unionAll(
      db
        .selectFrom('chain')
        .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
        .select(['chain.trial_id', 'chain.since', 'one.previous_id', 'one.day', 'one.at'])
        .whereRef('chain.day', '>', 'chain.since'),
    ),
  );
}

function selectLastCheckIns(tx: Tx, trialIds: readonly TrialId[]) {
  return tx
    .selectFrom('trial')
    .innerJoin('membership as seat', 'seat.member_id', 'trial.member_id')
    .innerJoin('room', (join) =>
      join.onRef('room.id', '=', 'seat.room_id').onRef('room.account_id', '=', 'trial.account_id'),
    )
    .innerJoin('check_in', 'check_in.id', 'seat.last_check_in_id')
    .where('trial.id', 'in', trialIds)
    .where(countsFor)
    .select('trial.id as trial_id')
    .select(sql<LocalDay>`trial.began_day - ${sql.lit(MAKE_UP_REACH)}`.as('since'))
    .select(['check_in.previous_id', 'check_in.day', 'check_in.at']);
}

/** Rooms of the trial's course, and the one where it began. */
function countsFor(eb: ExpressionBuilder<Schema, 'trial' | 'room'>) {
  return eb.or([
    eb('room.course_id', '=', eb.ref('trial.course_id')),
    eb('room.id', '=', eb.ref('trial.began_room_id')),
  ]);
}

/** As in a record. A check-in at the end of a chain changes it, unless it comes after the days of the trial. */
export function tailOfTrial(eb: ExpressionBuilder<Schema, 'trial'>) {
  const tail = eb
    .selectFrom('membership as seat')
    .innerJoin('room', 'room.id', 'seat.room_id')
    .select((seat) => seat.fn.max('seat.last_check_in_id').as('tail'))
    .whereRef('seat.member_id', '=', 'trial.member_id')
    .whereRef('room.account_id', '=', 'trial.account_id')
    .where(countsFor)
    .whereRef('seat.last_day', '<=', lastDay);
  return eb.fn.coalesce(tail, sql<number>`0`);
}
