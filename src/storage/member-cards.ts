/** What cards stand at: one row for each member and course, written anew whenever an event is appended. */

import { sql } from 'kysely';
import type { AccountId, CourseId, MemberId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Coverage } from '../domain/member-card.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { Flag } from './schema.js';
import { defineStatement } from './statement.js';

export interface CardKey {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
}

export interface MemberCard extends Coverage, CardKey {
  /** The course's name. */
  readonly course: string;
}

const CARD = [
  'member_card.member_id as memberId',
  'member_card.course_id as courseId',
  'course.name as course',
  'member_card.kind',
  'member_card.from_day as from',
  'member_card.through_day as through',
  'member_card.frozen_on as frozenOn',
  'member_card.lapsed',
] as const;

function selectCards(tx: Tx) {
  return tx.selectFrom('member_card').innerJoin('course', 'course.id', 'member_card.course_id').select(CARD);
}

type Row = Omit<MemberCard, 'lapsed'> & { readonly lapsed: Flag };

function toCard({ lapsed, ...row }: Row): MemberCard {
  return { ...row, lapsed: lapsed === 1 };
}

/** What the member's card of the course stands at, over or not; undefined where there never was one. */
export async function findCard(tx: Tx, memberId: MemberId, courseId: CourseId): Promise<MemberCard | undefined> {
  const row = await selectCards(tx)
    .where('member_card.member_id', '=', memberId)
    .where('member_card.course_id', '=', courseId)
    .executeTakeFirst();
  return row && toCard(row);
}

/** Over or not, in the order of the courses. */
export async function listCardsOf(tx: Tx, memberId: MemberId): Promise<MemberCard[]> {
  const rows = await selectCards(tx)
    .where('member_card.member_id', '=', memberId)
    .orderBy('member_card.course_id')
    .execute();
  return rows.map(toCard);
}

interface Ending {
  /** Null for all courses that no room of the account runs. */
  readonly courseId: CourseId | null;
  readonly until: LocalDay;
}

/**
 * Of members whom the account knows, cards whose end has not been dealt with and lies on `until` at the latest; the earliest
 * end first.
 */
export async function listEnding(tx: Tx, accountId: AccountId, { courseId, until }: Ending): Promise<MemberCard[]> {
  const rows =
    courseId === null
      ? await listEndingElsewhere.all(tx, { accountId, until })
      : await listEndingOf.all(tx, { accountId, courseId, until });
  return rows.map(toCard);
}

function endingCards(tx: Tx, { accountId, until }: { readonly accountId: AccountId; readonly until: LocalDay }) {
  return selectCards(tx)
    .where(({ exists }) => exists(idsOfHolder(tx, accountId)))
    .where('member_card.lapsed', '=', 0)
    .where('member_card.through_day', '<=', until)
    .where('member_card.frozen_on', 'is', null)
    .orderBy('member_card.through_day')
    .orderBy('member_card.member_id');
}

const listEndingOf = defineStatement((tx, p: { accountId: AccountId; courseId: CourseId; until: LocalDay }) =>
  endingCards(tx, p).where('member_card.course_id', '=', p.courseId),
);

const listEndingElsewhere = defineStatement((tx, p: { accountId: AccountId; until: LocalDay }) =>
  // Courses one by one, each by its index: a list of those that are not meant has none.
  endingCards(tx, p).where('member_card.course_id', 'in', coursesWithoutRoom(tx, p.accountId)),
);

function coursesWithoutRoom(tx: Tx, accountId: AccountId) {
  const run = tx
    .selectFrom('room')
    .select('course_id')
    .where('account_id', '=', accountId)
    .where('kind', '!=', 'staff')
    .where('course_id', 'is not', null)
    .$castTo<{ course_id: CourseId }>();
  return tx.selectFrom('course as homeless').select('homeless.id').where('homeless.id', 'not in', run);
}

/** The account's ids of whoever has the card: none for somebody whom it does not know. */
export function idsOfHolder(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('member_identity')
    .select('platform_id')
    .where('account_id', '=', accountId)
    .where('member_id', '=', sql.ref<MemberId>('member_card.member_id'));
}

/** Replaces what was known; without a coverage there is no row. */
export async function saveCard(
  tx: Tx,
  { memberId, courseId }: CardKey,
  coverage: Coverage | undefined,
  now: number,
): Promise<void> {
  if (coverage === undefined) {
    await tx.deleteFrom('member_card').where('member_id', '=', memberId).where('course_id', '=', courseId).execute();
    return;
  }
  const values = {
    kind: coverage.kind,
    from_day: coverage.from,
    through_day: coverage.through,
    frozen_on: coverage.frozenOn,
    lapsed: coverage.lapsed ? (1 as const) : (0 as const),
    updated_at: now,
  };
  await tx
    .insertInto('member_card')
    .values({ member_id: memberId, course_id: courseId, ...values })
    .onConflict((conflict) => conflict.columns(['member_id', 'course_id']).doUpdateSet(values))
    .execute();
}

/** Whoever changes a card of the member holds this until the transaction ends. */
export async function lockCardsOf(tx: Tx, memberId: MemberId): Promise<void> {
  await lockRows(tx, tx.selectFrom('member').select('id').where('id', '=', memberId)).execute();
}
