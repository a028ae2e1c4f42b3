/** What became of those who began a trial, read from the rows of what happened: check-ins, orders, sources. */

import type { ExpressionBuilder } from 'kysely';
import { PAID_WITHIN_DAYS } from '../domain/conversion.js';
import type { AccountId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Source } from '../domain/source.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { toSource } from './sources.js';
import { countTrialRecords, tailOfTrial } from './trial-days.js';

const PAID_WITHIN_MS = PAID_WITHIN_DAYS * 86_400_000;

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

/** Who turned out to be staff began none, and nobody began two. */
export async function listBegunTrials(tx: Tx, cohorts: Cohorts): Promise<BegunTrial[]> {
  const begun = await readBegun(tx, cohorts);
  const open = begun.filter(({ keptTail, tail }) => keptTail === null || Number(keptTail) !== Number(tail));
  const counted = await countTrialRecords(
    tx,
    open.map(({ id }) => id),
  );
  return begun.map(({ id, kind, name, inviterId, inviter, beganDay, startDay, orders, ...kept }) => ({
    beganDay,
    startDay,
    inviter,
    source: toSource({ kind: kind ?? 'unknown', name, inviterId }),
    checkedIn: counted.get(id)?.soon ?? kept.soon === 1,
    days: counted.get(id)?.days ?? kept.days ?? 0,
    paid: Number(orders) > 0,
  }));
}

async function readBegun(tx: Tx, cohorts: Cohorts) {
  return selectBegun(tx, cohorts)
    .leftJoin('member_source as origin', (join) =>
      join.onRef('origin.account_id', '=', 'trial.account_id').onRef('origin.member_id', '=', 'trial.member_id'),
    )
    .leftJoin('member as inviter', 'inviter.id', 'origin.inviter_id')
    .leftJoin('trial_record as kept', 'kept.trial_id', 'trial.id')
    .select(['trial.id', 'trial.began_day as beganDay', 'trial.start_day as startDay'])
    .select(['origin.kind', 'origin.name', 'origin.inviter_id as inviterId', 'inviter.name as inviter'])
    .select(['kept.soon', 'kept.days', 'kept.tail as keptTail'])
    .select((eb) => [paidOrders(eb).as('orders'), tailOfTrial(eb).as('tail')])
    .orderBy('trial.id')
    .execute();
}

function selectBegun(tx: Tx, { accountId, roomId, since }: Cohorts) {
  const begun = tx
    .selectFrom('trial')
    .where('trial.account_id', '=', accountId)
    .where('trial.began_day', '>=', since)
    .where((eb) => eb.or([eb('trial.outcome', 'is', null), eb('trial.outcome', 'not in', ['staff', 'same'])]));
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
