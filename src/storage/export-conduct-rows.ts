/** What an export shows of trials, moves, core users, moderators, rules that were broken and trust, in pages along primary keys. */

import { sql } from 'kysely';
import type { AccountId, MemberId, MoveId, OffenceId, RoomId, TrialId, TrustEventId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { inZone } from './export-rows.js';
import { inPages, PAGE } from './pages.js';

export function pageTrials(tx: Tx) {
  return inPages({ id: 0 as TrialId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('trial as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('course', 'course.id', 'one.course_id')
      .innerJoin('room', 'room.id', 'one.began_room_id')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'course.name as course'])
      .select(['one.began_room_id as roomId', 'topic', 'room.settings', 'began_day as beganDay'])
      .select(['first_day as firstDay', 'days', 'round', 'state', 'outcome', 'ended_at as endedAt'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pageMoves(tx: Tx) {
  return inPages({ id: 0 as MoveId }, async ({ id }) =>
    tx
      .selectFrom('move as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('course', 'course.id', 'one.course_id')
      .leftJoin('room as origin', 'origin.id', 'one.from_room_id')
      .leftJoin('room as target', 'target.id', 'one.to_room_id')
      .leftJoin('member as other', 'other.id', 'one.ended_by')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'course.name as course', 'way', 'cause'])
      .select(['order_id as orderId', 'origin.topic as from', 'target.topic as to', 'state'])
      .select(['begun_at as begunAt', 'ended_at as endedAt', 'other.name as by'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute(),
  );
}

export function pageCoreUsers(tx: Tx) {
  const start = { accountId: 0 as AccountId, memberId: 0 as MemberId };
  return inPages(start, async ({ accountId, memberId }) =>
    tx
      .selectFrom('core_user as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .leftJoin('member as other', 'other.id', 'one.invited_by')
      .select(['one.account_id as accountId', 'one.member_id as memberId', 'member.name', 'state', 'state_at as at'])
      .select(['since', 'other.name as by', 'reason'])
      .where(sql<boolean>`(one.account_id, one.member_id) > (${accountId}, ${memberId})`)
      .orderBy('one.account_id')
      .orderBy('one.member_id')
      .limit(PAGE)
      .execute(),
  );
}

/** Those whose power has ended by itself too. */
export function pageModerators(tx: Tx) {
  const start = { memberId: 0 as MemberId, roomId: 0 as RoomId };
  return inPages(start, async ({ memberId, roomId }) => {
    const rows = await tx
      .selectFrom('role_grant as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('room', 'room.id', 'one.room_id')
      .leftJoin('member as other', 'other.id', 'one.granted_by')
      .select(['one.member_id as memberId', 'room.id as roomId', 'member.name', 'topic', 'room.settings', 'power'])
      .select(['granted_at as grantedAt', 'until_at as until', 'other.name as by'])
      .where('one.role', '=', 'moderator')
      .where(sql<boolean>`(one.member_id, one.room_id) > (${memberId}, ${roomId})`)
      .orderBy('one.member_id')
      .orderBy('one.room_id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pageOffences(tx: Tx) {
  return inPages({ id: 0 as OffenceId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('offence as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('room', 'room.id', 'one.room_id')
      .leftJoin('member as other', 'other.id', 'one.given_by')
      .select(['one.id', 'one.room_id as roomId', 'topic', 'room.settings', 'one.member_id as memberId', 'member.name'])
      .select(['one.at', 'one.kind', 'verdict', 'content', 'other.name as by', 'appeal', 'appealed_at as appealedAt'])
      .select(['appeal_denied_at as appealDeniedAt', 'voided_at as voidedAt', 'void_reason as voidReason'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pageTrustEvents(tx: Tx) {
  return inPages({ id: 0 as TrustEventId }, async ({ id }) =>
    tx
      .selectFrom('trust_event as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'one.kind', 'ref', 'one.at'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute(),
  );
}
