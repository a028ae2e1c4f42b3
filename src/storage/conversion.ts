/** What became of those who began a trial, read from the rows of what happened: check-ins, orders, sources. */

import { type ExpressionBuilder, sql } from 'kysely';
import { PAID_WITHIN_DAYS } from '../domain/conversion.js';
import type { AccountId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Source } from '../domain/source.js';
import { FIRST_CHECK_IN_MS, TRIAL_DAYS } from '../domain/trial.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { toSource } from './sources.js';

const PAID_WITHIN_MS = PAID_WITHIN_DAYS * 86_400_000;
/** In days: what is said on one may be put to a day so long before. */
const MAKE_UP_REACH = 31;
/** Days from the first to the last. */
const LAST = TRIAL_DAYS - 1;

export interface Cohorts {
  readonly accountId: AccountId;
  /** Where they began; undefined for all rooms. */
  readonly roomId: RoomId | undefined;
  /** Who began on this day or later. */
  readonly since: LocalDay;
}

export interface BegunTrial {
  readonly beganDay: LocalDay;
  readonly startDay: LocalDay;
  readonly source: Source;
  /** Of the inviter, where there is one. */
  readonly inviter: string | null;
  readonly checkedIn: boolean;
  readonly days: number;
  readonly paid: boolean;
}

/** Who turned out to be staff began none. */
export async function listBegunTrials(tx: Tx, cohorts: Cohorts): Promise<BegunTrial[]> {
  const records = new Map((await listCheckInRecords(tx, cohorts)).map((record) => [record.trialId, record]));
  const all = selectBegun(tx, cohorts)
    .leftJoin('member_source as origin', (join) =>
      join.onRef('origin.account_id', '=', 'trial.account_id').onRef('origin.member_id', '=', 'trial.member_id'),
    )
    .leftJoin('member as inviter', 'inviter.id', 'origin.inviter_id')
    .select(['trial.id', 'trial.began_day as beganDay', 'trial.start_day as startDay'])
    .select(['origin.kind', 'origin.name', 'origin.inviter_id as inviterId', 'inviter.name as inviter'])
    .select((eb) => paidOrders(eb).as('orders'))
    .orderBy('trial.id');
  return (await all.execute()).map(({ id, kind, name, inviterId, orders, ...row }) => ({
    ...row,
    source: toSource({ kind: kind ?? 'unknown', name, inviterId }),
    checkedIn: Number(records.get(id)?.soon ?? 0) > 0,
    days: Number(records.get(id)?.days ?? 0),
    paid: Number(orders) > 0,
  }));
}

function selectBegun(tx: Tx, { accountId, roomId, since }: Cohorts) {
  const begun = tx
    .selectFrom('trial')
    .where('trial.account_id', '=', accountId)
    .where('trial.began_day', '>=', since)
    .where((eb) => eb.or([eb('trial.outcome', 'is', null), eb('trial.outcome', '<>', 'staff')]));
  return roomId === undefined ? begun : begun.where('trial.began_room_id', '=', roomId);
}

/** Paid for the course in time, and not all of it given back. */
function paidOrders(eb: ExpressionBuilder<Schema, 'trial'>) {
  return eb
    .selectFrom('sales_order')
    .select((order) => order.fn.countAll<number>().as('count'))
    .whereRef('sales_order.member_id', '=', 'trial.member_id')
    .whereRef('sales_order.course_id', '=', 'trial.course_id')
    .whereRef('sales_order.account_id', '=', 'trial.account_id')
    .where('sales_order.state', '=', 'paid')
    .where((order) =>
      order.or([
        order('sales_order.amount', '=', 0),
        order('sales_order.refunded', '<', order.ref('sales_order.amount')),
      ]),
    )
    .whereRef('sales_order.paid_at', '>=', 'trial.began_at')
    .where((order) =>
      order('sales_order.paid_at', '<=', order('trial.began_at', '+', PAID_WITHIN_MS).$castTo<number>()),
    );
}

/** Follows the chains of check-ins back to the beginning of each trial, in the rooms of its course. */
async function listCheckInRecords(tx: Tx, cohorts: Cohorts) {
  return tx
    .withRecursive('chain', (db) =>
      selectLastCheckIns(tx, cohorts).unionAll(
        db
          .selectFrom('chain')
          .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
          .select(['chain.trial_id', 'chain.began_at', 'chain.start_day', 'chain.since'])
          .select(['one.previous_id', 'one.day', 'one.at'])
          .whereRef('chain.day', '>', 'chain.since'),
      ),
    )
    .selectFrom('chain')
    .select('trial_id as trialId')
    .select(
      sql<number>`sum(case when at between began_at and began_at + ${FIRST_CHECK_IN_MS} then 1 else 0 end)`.as('soon'),
    )
    .select(
      sql<number>`count(distinct case when day between start_day and start_day + ${LAST} then day end)`.as('days'),
    )
    .groupBy('trial_id')
    .execute();
}

function selectLastCheckIns(tx: Tx, cohorts: Cohorts) {
  return selectBegun(tx, cohorts)
    .innerJoin('membership as seat', 'seat.member_id', 'trial.member_id')
    .innerJoin('room', (join) =>
      join.onRef('room.id', '=', 'seat.room_id').onRef('room.account_id', '=', 'trial.account_id'),
    )
    .innerJoin('check_in', 'check_in.id', 'seat.last_check_in_id')
    .where((eb) =>
      eb.or([eb('room.course_id', '=', eb.ref('trial.course_id')), eb('room.id', '=', eb.ref('trial.began_room_id'))]),
    )
    .select(['trial.id as trial_id', 'trial.began_at', 'trial.start_day'])
    .select(sql<LocalDay>`trial.began_day - ${MAKE_UP_REACH}`.as('since'))
    .select(['check_in.previous_id', 'check_in.day', 'check_in.at']);
}
