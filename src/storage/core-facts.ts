/** What members did in a window of days, of everybody in a room at once and across all of their rooms. */

import type { CoreFacts } from '../domain/core-score.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';

export interface CoreWindow {
  readonly roomId: RoomId;
  /** Core users of the account alone, and not everybody who is present. */
  readonly onlyCore?: boolean;
  /** The first and the last day, and the instants between which they lie. */
  readonly first: LocalDay;
  readonly last: LocalDay;
  readonly from: number;
  readonly before: number;
}

export type FactsOf = CoreFacts & { readonly memberId: MemberId };

export async function listCoreFacts(tx: Tx, window: CoreWindow): Promise<FactsOf[]> {
  const days = await countDays(tx, window);
  const tickets = await countTickets(tx, window);
  const quizzes = await countQuizzes(tx, window);
  const referrals = await countBrought(tx, window);
  const rows = await among(tx, window).orderBy('member_id').execute();
  return rows.map(({ member_id: memberId }) => ({
    memberId,
    days: days.get(memberId) ?? 0,
    accepted: tickets.accepted.get(memberId) ?? 0,
    opinions: tickets.opinions.get(memberId) ?? 0,
    quizzes: quizzes.get(memberId) ?? 0,
    referrals: referrals.get(memberId) ?? 0,
  }));
}

function among(tx: Tx, { roomId, onlyCore = false }: CoreWindow) {
  const present = tx
    .selectFrom('membership')
    .select('membership.member_id')
    .where('membership.room_id', '=', roomId)
    .where('membership.left_at', 'is', null);
  if (!onlyCore) return present;
  const core = tx.selectFrom('core_user').select('core_user.member_id').where('state', '=', 'active');
  return present.where('membership.member_id', 'in', core);
}

async function countDays(tx: Tx, window: CoreWindow): Promise<Counts> {
  const rows = await daysOf(tx, window)
    .select('chain.member_id as memberId')
    .select((eb) => eb.fn.count<number>('chain.day').distinct().as('count'))
    .where('chain.day', '<=', window.last)
    .groupBy('chain.member_id')
    .execute();
  return toCounts(rows);
}

/** Along the chains of all their seats, back to the first day of the window. */
function daysOf(tx: Tx, window: CoreWindow) {
  return tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('membership as seat')
        .innerJoin('check_in', 'check_in.id', 'seat.last_check_in_id')
        .select(['check_in.member_id', 'check_in.previous_id', 'check_in.day'])
        .where('seat.member_id', 'in', among(tx, window))
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

/** By when they came in, and by how they stand now. */
async function countTickets(
  tx: Tx,
  window: CoreWindow,
): Promise<{ readonly accepted: Counts; readonly opinions: Counts }> {
  const all = tx
    .selectFrom('ticket')
    .select('member_id as memberId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('member_id', 'in', among(tx, window))
    .where('opened_at', '>=', window.from)
    .where('opened_at', '<', window.before)
    .groupBy('member_id');
  const accepted = await all.where('outcome', 'in', ['accepted', 'done']).execute();
  const opinions = await all.where('kind', '=', 'feedback').where('outcome', 'is', null).execute();
  return { accepted: toCounts(accepted), opinions: toCounts(opinions) };
}

async function countQuizzes(tx: Tx, window: CoreWindow): Promise<Counts> {
  const rows = await tx
    .selectFrom('quiz_answer')
    .select('member_id as memberId')
    .select((eb) => eb.fn.count<number>('quiz_id').distinct().as('count'))
    .where('member_id', 'in', among(tx, window))
    .where('at', '>=', window.from)
    .where('at', '<', window.before)
    .groupBy('member_id')
    .execute();
  return toCounts(rows);
}

/** As `countReferrals`, for all of them. */
async function countBrought(tx: Tx, window: CoreWindow): Promise<Counts> {
  const rows = await tx
    .selectFrom('referral')
    .select('inviter_id as memberId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('inviter_id', 'in', among(tx, window))
    .where('earned_day', '>=', window.first)
    .where('earned_day', '<=', window.last)
    .where('state', '=', 'earned')
    .groupBy('inviter_id')
    .execute();
  return toCounts(rows);
}

type Counts = ReadonlyMap<MemberId, number>;

function toCounts(rows: ReadonlyArray<{ readonly memberId: MemberId; readonly count: number }>): Counts {
  return new Map(rows.map(({ memberId, count }) => [memberId, Number(count)]));
}
