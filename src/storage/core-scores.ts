/** Core scores, as each day's work found them: of all who are present in a room at once, across their rooms. */

import type { CoreFacts, CoreScore } from '../domain/core-score.js';
import type { CoreStanding } from '../domain/core-user.js';
import type { AccountId, MemberId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { inSlices } from './slices.js';

export interface StoredScore extends CoreScore {
  /** The local day on which it was worked out; of the 90 days that ended with it. */
  readonly day: LocalDay;
  readonly facts: CoreFacts;
}

/** What an earlier version worked out knew of none. */
const NO_TICKETS = { accepted: 0, opinions: 0 };

/** Undefined for whoever has not been scored yet. */
export async function findCoreScore(tx: Tx, memberId: MemberId): Promise<StoredScore | undefined> {
  const row = await tx
    .selectFrom('core_score')
    .select(['day', 'loyalty', 'feedback', 'response', 'referral', 'total', 'facts'])
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row && { ...row, facts: { ...NO_TICKETS, ...(JSON.parse(row.facts) as CoreFacts) } };
}

export interface ScoredMember {
  readonly memberId: MemberId;
  readonly score: CoreScore;
  readonly facts: CoreFacts;
}

/** Replaces those of earlier days. */
export async function saveCoreScores(tx: Tx, day: LocalDay, scored: readonly ScoredMember[]): Promise<void> {
  for (const some of inSlices(scored)) {
    const rows = some.map(({ memberId, score, facts }) => ({
      member_id: memberId,
      day,
      ...score,
      facts: JSON.stringify(facts),
    }));
    await tx
      .insertInto('core_score')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('member_id').doUpdateSet((eb) => ({
          day: eb.ref('excluded.day'),
          loyalty: eb.ref('excluded.loyalty'),
          feedback: eb.ref('excluded.feedback'),
          response: eb.ref('excluded.response'),
          referral: eb.ref('excluded.referral'),
          total: eb.ref('excluded.total'),
          facts: eb.ref('excluded.facts'),
        })),
      )
      .execute();
  }
}

export interface Candidate extends CoreScore {
  readonly memberId: MemberId;
  readonly name: string;
  /** How it stands between them and the core; undefined where nobody ever asked. */
  readonly standing: CoreStanding | undefined;
}

/**
 * Members of the account's rooms with a course whose score of `sinceDay` or later reaches `least`, without staff; the best
 * first.
 */
export async function listBestScores(
  tx: Tx,
  accountId: AccountId,
  { least, sinceDay }: { readonly least: number; readonly sinceDay: LocalDay },
): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('core_score')
    .innerJoin('member', 'member.id', 'core_score.member_id')
    .leftJoin('core_user', (join) =>
      join.onRef('core_user.member_id', '=', 'core_score.member_id').on('core_user.account_id', '=', accountId),
    )
    .select(['core_score.member_id as memberId', 'member.name', 'state', 'state_at as at'])
    .select(['loyalty', 'feedback', 'response', 'referral', 'total'])
    .where('total', '>=', least)
    .where('day', '>=', sinceDay)
    .where('core_score.member_id', 'in', membersOf(tx, accountId))
    .orderBy('total', 'desc')
    .orderBy('core_score.member_id')
    .execute();
  return rows.map(({ state, at, ...row }) => {
    return { ...row, standing: state === null || at === null ? undefined : { state, at } };
  });
}

/** Everybody in a room with a course, without staff of whichever room. */
export function membersOf(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .select('membership.member_id')
    .distinct()
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'in', ['trial', 'paid', 'core'])
    .where('membership.left_at', 'is', null)
    .where('membership.member_id', 'not in', (eb) =>
      eb.selectFrom('role_grant').select('role_grant.member_id').where('role', 'in', ['teacher', 'manager', 'owner']),
    );
}
