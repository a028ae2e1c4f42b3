/** What members did in a window of days, of everybody in a room at once and across all of their rooms. */

import type { CoreFacts } from '../domain/core-score.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface CoreWindow {
  readonly roomId: RoomId;
  /** The first and the last day, and the instants between which they lie. */
  readonly first: LocalDay;
  readonly last: LocalDay;
  readonly from: number;
  readonly before: number;
}

export type FactsOf = CoreFacts & { readonly memberId: MemberId };

export async function listCoreFacts(tx: Tx, window: CoreWindow): Promise<FactsOf[]> {
  const days = toCounts(await countDays.all(tx, window));
  const accepted = toCounts(await countAccepted.all(tx, window));
  const opinions = toCounts(await countOpinions.all(tx, window));
  const quizzes = toCounts(await countQuizzes.all(tx, window));
  const referrals = toCounts(await countBrought.all(tx, window));
  const rows = await listPresent.all(tx, window);
  return rows.map(({ member_id: memberId }) => ({
    memberId,
    days: days.get(memberId) ?? 0,
    accepted: accepted.get(memberId) ?? 0,
    opinions: opinions.get(memberId) ?? 0,
    quizzes: quizzes.get(memberId) ?? 0,
    referrals: referrals.get(memberId) ?? 0,
  }));
}

function presentIn(tx: Tx, { roomId }: CoreWindow) {
  return tx
    .selectFrom('membership')
    .select('membership.member_id')
    .where('membership.room_id', '=', roomId)
    .where('membership.left_at', 'is', null);
}

const listPresent = defineStatement((tx, p: CoreWindow) => presentIn(tx, p).orderBy('member_id'));

const countDays = defineStatement((tx, p: CoreWindow) =>
  daysOf(tx, p)
    .select('chain.member_id as memberId')
    .select((eb) => eb.fn.count<number>('chain.day').distinct().as('count'))
    .where('chain.day', '<=', p.last)
    .groupBy('chain.member_id'),
);

/** Along the chains of all their seats, back to the first day of the window. */
function daysOf(tx: Tx, window: CoreWindow) {
  return tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('membership as seat')
        .innerJoin('check_in', 'check_in.id', 'seat.last_check_in_id')
        .select(['check_in.member_id', 'check_in.previous_id', 'check_in.day'])
        .where('seat.member_id', 'in', presentIn(tx, window))
        .where('check_in.day', '>=', window.first)
        .unionAll(
          db
            .selectFrom('chain')
            .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
            .select(['one.member_id', 'one.previous_id', 'one.day'])
            .where('one.day', '>=', window.first),
        ),
    )
    .selectFrom('chain');
}

/** By when they came in. */
function ticketsOf(tx: Tx, window: CoreWindow) {
  return tx
    .selectFrom('ticket')
    .select('member_id as memberId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('member_id', 'in', presentIn(tx, window))
    .where('opened_at', '>=', window.from)
    .where('opened_at', '<', window.before)
    .groupBy('member_id');
}

/** As they stand now. */
const countAccepted = defineStatement((tx, p: CoreWindow) =>
  ticketsOf(tx, p).where('outcome', 'in', ['accepted', 'done']),
);
const countOpinions = defineStatement((tx, p: CoreWindow) =>
  ticketsOf(tx, p).where('kind', '=', 'feedback').where('outcome', 'is', null),
);

const countQuizzes = defineStatement((tx, p: CoreWindow) =>
  tx
    .selectFrom('quiz_answer')
    .select('member_id as memberId')
    .select((eb) => eb.fn.count<number>('quiz_id').distinct().as('count'))
    .where('member_id', 'in', presentIn(tx, p))
    .where('at', '>=', p.from)
    .where('at', '<', p.before)
    .groupBy('member_id'),
);

/** As `countReferrals`, for all of them. */
const countBrought = defineStatement((tx, p: CoreWindow) =>
  tx
    .selectFrom('referral')
    .select('inviter_id as memberId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('inviter_id', 'in', presentIn(tx, p))
    .where('earned_day', '>=', p.first)
    .where('earned_day', '<=', p.last)
    .where('state', '=', 'earned')
    .groupBy('inviter_id'),
);

type Counts = ReadonlyMap<MemberId, number>;

function toCounts(rows: ReadonlyArray<{ readonly memberId: MemberId; readonly count: number }>): Counts {
  return new Map(rows.map(({ memberId, count }) => [memberId, Number(count)]));
}
