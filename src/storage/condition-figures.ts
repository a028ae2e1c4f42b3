/**
 * The figures of conditions in SQL, each as "at least so much": of a member's memberships in the account, those that ended
 * included, for somebody who moved on has not lost what they did.
 *
 * Which account a seat is in is asked of its room, seat by seat, and an order's is compared by `+ 0`, which no index knows: joined,
 * the databases would find ways to go through all of the account for each member.
 */

import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Figure } from '../domain/condition/condition.js';
import type { AccountId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { instantOf } from '../domain/local-time.js';
import { SPENDING_REASONS } from '../domain/points.js';

/** Whom a condition looks among, and when. */
export interface Asked {
  readonly accountId: AccountId;
  readonly now: number;
  readonly today: LocalDay;
  /** Whose days count. */
  readonly zone: string;
}

/** What the figures of a row are asked with. */
export type AskedOn = Pick<Asked, 'accountId' | 'today'>;
type Fragment<T> = RawBuilder<T>;

const FEN = 100;

export function atLeast(figure: Figure, bound: number, asked: Asked): Fragment<SqlBool> {
  switch (figure) {
    case 'joined':
      return sql`${firstJoined(asked)} < ${daysAgo(asked, bound)}`;
    case 'idle':
      return isIdle(asked, bound);
    case 'paid':
      return sql`${figureSql(figure, asked)} >= ${bound * FEN}`;
    default:
      return sql`${figureSql(figure, asked)} >= ${bound}`;
  }
}

/** Of the member of the row that is read. */
export function figureSql(figure: Exclude<Figure, 'joined' | 'idle'>, asked: AskedOn): Fragment<number> {
  switch (figure) {
    case 'streak':
      return ofSeats(asked, currentStreak(asked));
    case 'best':
      return ofSeats(asked, sql`max(seat.best)`);
    case 'days':
      return ofSeats(asked, sql`max(seat.total)`);
    case 'points':
      return ofSeats(asked, sql`sum(seat.points)`);
    case 'earned':
      return sql`${ofSeats(asked, sql`sum(seat.points)`)} - ${spent(asked)}`;
    case 'orders':
      return ofOrders(asked, sql`sum(case when bill.state = 'paid' then 1 else 0 end)`);
    case 'paid':
      return ofOrders(asked, sql`sum(bill.amount - bill.refunded)`);
  }
}

function ofSeats({ accountId }: AskedOn, figure: Fragment<number>): Fragment<number> {
  return sql`(select coalesce(${figure}, 0) from membership as seat
    where seat.member_id = member.id and ${isIn(accountId, sql.ref('seat.room_id'))})`;
}

/** A registered room of the account. */
function isIn(accountId: AccountId, room: RawBuilder<unknown>): Fragment<SqlBool> {
  return sql`(select place.account_id from room as place where place.id = ${room} and place.kind is not null) = ${accountId}`;
}

function ofOrders({ accountId }: AskedOn, figure: Fragment<number>): Fragment<number> {
  return sql`(select coalesce(${figure}, 0) from sales_order as bill
    where bill.member_id = member.id and bill.account_id + 0 = ${accountId} and bill.state in ('paid', 'refunded'))`;
}

function currentStreak({ today }: AskedOn): Fragment<number> {
  return sql`max(case when seat.covered_to >= ${addDays(today, -1)} then seat.streak else 0 end)`;
}

/** What was spent, below zero, and with what was given back of it. */
function spent({ accountId }: AskedOn): Fragment<number> {
  const reasons = sql.join(SPENDING_REASONS.map((reason) => sql.lit(reason)));
  const givenBack = SPENDING_REASONS.map((reason) => sql`entry.ref like ${sql.lit(`${reason} %`)}`);
  return sql`(select coalesce(sum(entry.amount), 0)
    from membership as payer inner join points_entry as entry on entry.room_id = payer.room_id and entry.member_id = payer.member_id
    where payer.member_id = member.id and ${isIn(accountId, sql.ref('payer.room_id'))} and entry.ref is not null
    and (entry.reason in (${reasons}) or (entry.reason = 'reversal' and (${sql.join(givenBack, sql` or `)}))))`;
}

function firstJoined({ accountId }: Asked): Fragment<number> {
  return sql`(select min(seat.joined_at) from membership as seat
    where seat.member_id = member.id and ${isIn(accountId, sql.ref('seat.room_id'))})`;
}

/** Since the last check-in, or since joining where there was none. */
function isIdle(asked: Asked, bound: number): Fragment<SqlBool> {
  const last = sql`(select max(seat.last_day) from membership as seat
    where seat.member_id = member.id and ${isIn(asked.accountId, sql.ref('seat.room_id'))})`;
  return sql`case when ${last} is null then ${firstJoined(asked)} < ${daysAgo(asked, bound)}
    else ${last} <= ${addDays(asked.today, -bound)} end`;
}

/** Before this instant lies whatever is at least so many local days ago. */
function daysAgo({ today, zone }: Asked, days: number): number {
  return instantOf(addDays(today, 1 - days), 0, zone);
}
