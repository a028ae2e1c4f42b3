/** The facts that classes go by, of everybody in a room at once: check-ins of the last thirty days in all their rooms, cards, orders. */

import { type RawBuilder, sql } from 'kysely';
import type { MemberId, RoomId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { hasCard } from './condition-axes.js';
import { type Asked, figureSql } from './condition-figures.js';
import type { Tx } from './database.js';

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
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member_id')
    .select('member.id as memberId')
    .select([figureSql('paid', asked).as('paid'), figureSql('orders', asked).as('orders')])
    .select(sql<number>`case when ${hasCard(['active', 'frozen'], asked)} then 1 else 0 end`.as('covered'))
    .where('membership.room_id', '=', roomId)
    .where('membership.left_at', 'is', null)
    .orderBy('member.id')
    .execute();
  return rows.map(({ memberId, paid, orders, covered }) => ({
    memberId,
    ...(days.get(memberId) ?? { week: 0, fortnight: 0, month: 0 }),
    covered: covered === 1,
    paid: Number(paid),
    orders: Number(orders),
  }));
}

type RecentDays = Pick<MemberFacts, keyof typeof SPANS>;

/** A day in two rooms is one day. */
async function countRecentDays(tx: Tx, roomId: RoomId, asked: Asked): Promise<ReadonlyMap<MemberId, RecentDays>> {
  const since = (days: number): LocalDay => addDays(asked.today, 1 - days);
  const rows = await recentChains(tx, roomId, { ...asked, first: since(SPANS.month) })
    .select('member_id as memberId')
    .select([
      daysSince(since(SPANS.week)).as('week'),
      daysSince(since(SPANS.fortnight)).as('fortnight'),
      daysSince(since(SPANS.month)).as('month'),
    ])
    .groupBy('member_id')
    .execute();
  return new Map(
    rows.map(({ memberId, week, fortnight, month }) => [
      memberId,
      { week: Number(week), fortnight: Number(fortnight), month: Number(month) },
    ]),
  );
}

/** Back along the chain of each membership of those who are in the room, as far as `first`. */
function recentChains(tx: Tx, roomId: RoomId, asked: Asked & { readonly first: LocalDay }) {
  const chains = tx.withRecursive('chain', (db) =>
    lastCheckIns(db, roomId, asked).unionAll(
      db
        .selectFrom('chain')
        .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
        .select(['chain.member_id', 'one.day', 'one.previous_id'])
        .where('one.day', '>=', asked.first),
    ),
  );
  return chains.selectFrom('chain');
}

function lastCheckIns(
  db: Pick<Tx, 'selectFrom'>,
  roomId: RoomId,
  { accountId, first }: Asked & { readonly first: LocalDay },
) {
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
      .where('check_in.day', '>=', first)
  );
}

function daysSince(day: LocalDay): RawBuilder<number | string> {
  return sql`count(distinct case when chain.day >= ${day} then chain.day end)`;
}
