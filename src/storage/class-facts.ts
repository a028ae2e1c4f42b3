/** The facts that classes go by, of everybody in a room at once: check-ins of the last thirty days in all their rooms, cards, orders. */

import { type RawBuilder, sql } from 'kysely';
import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { hasCard } from './condition-axes.js';
import { type Asked, figureSql } from './condition-figures.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface MemberFacts {
  readonly memberId: MemberId;
  /** Days of check-in among the last 7, 14 and 30, today included. */
  readonly week: number;
  readonly fortnight: number;
  readonly month: number;
  readonly covered: boolean;
  /** In fen. */
  readonly paid: number;
  readonly orders: number;
}

const SPANS = { week: 7, fortnight: 14, month: 30 } as const;

export async function listClassFacts(tx: Tx, roomId: RoomId, asked: Asked): Promise<MemberFacts[]> {
  const days = await countRecentDays(tx, roomId, asked);
  const rows = await listBought.all(tx, { ...asked, roomId });
  return rows.map(({ memberId, paid, orders, covered }) => ({
    memberId,
    ...(days.get(memberId) ?? { week: 0, fortnight: 0, month: 0 }),
    covered: covered === 1,
    paid: Number(paid),
    orders: Number(orders),
  }));
}

const listBought = defineStatement((tx, p: Asked & { readonly roomId: RoomId }) =>
  tx
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member_id')
    .select('member.id as memberId')
    .select([figureSql('paid', p).as('paid'), figureSql('orders', p).as('orders')])
    .select(sql<number>`case when ${hasCard(['active', 'frozen'], p)} then 1 else 0 end`.as('covered'))
    .where('membership.room_id', '=', p.roomId)
    .where('membership.left_at', 'is', null)
    .orderBy('member.id'),
);

type RecentDays = Pick<MemberFacts, keyof typeof SPANS>;

/** A day in two rooms is one day. */
async function countRecentDays(tx: Tx, roomId: RoomId, asked: Asked): Promise<ReadonlyMap<MemberId, RecentDays>> {
  const since = (days: number): LocalDay => addDays(asked.today, 1 - days);
  const { accountId } = asked;
  const [week, fortnight, month] = [since(SPANS.week), since(SPANS.fortnight), since(SPANS.month)];
  const rows = await countDays.all(tx, { roomId, accountId, week, fortnight, month });
  return new Map(
    rows.map((row) => [
      row.memberId,
      { week: Number(row.week), fortnight: Number(row.fortnight), month: Number(row.month) },
    ]),
  );
}

/** The first day of each span, the month's being the earliest. */
interface Spans extends Readonly<Record<keyof typeof SPANS, LocalDay>> {
  readonly roomId: RoomId;
  readonly accountId: AccountId;
}

const countDays = defineStatement((tx, p: Spans) =>
  recentChains(tx, p)
    .select('member_id as memberId')
    .select([daysSince(p.week).as('week'), daysSince(p.fortnight).as('fortnight'), daysSince(p.month).as('month')])
    .groupBy('member_id'),
);

/** Back along the chain of each membership of those who are in the room, as far as the month goes. */
function recentChains(tx: Tx, spans: Spans) {
  const chains = tx.withRecursive('chain', (db) =>
    lastCheckIns(db, spans).unionAll(
      db
        .selectFrom('chain')
        .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
        .select(['chain.member_id', 'one.day', 'one.previous_id'])
        .where('one.day', '>=', spans.month),
    ),
  );
  return chains.selectFrom('chain');
}

function lastCheckIns(db: Pick<Tx, 'selectFrom'>, { roomId, accountId, month }: Spans) {
  return (
    db
      .selectFrom('membership as here')
      // Crosswise, since SQLite then begins with the room and never with all of the account.
      .crossJoin('membership as seat')
      .crossJoin('room')
      .crossJoin('check_in')
      .select(['seat.member_id', 'check_in.day', 'check_in.previous_id'])
      .whereRef('seat.member_id', '=', 'here.member_id')
      .whereRef('room.id', '=', 'seat.room_id')
      .whereRef('check_in.id', '=', 'seat.last_check_in_id')
      .where('here.room_id', '=', roomId)
      .where('here.left_at', 'is', null)
      .where('room.account_id', '=', accountId)
      .where('check_in.day', '>=', month)
  );
}

function daysSince(day: LocalDay): RawBuilder<number | string> {
  return sql`count(distinct case when chain.day >= ${day} then chain.day end)`;
}
