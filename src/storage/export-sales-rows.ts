/** What an export shows of orders and cards, in pages along primary keys. */

import { sql } from 'kysely';
import type { CardEventId, CourseId, EntitlementId, MemberId, OrderId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { inZone } from './export-rows.js';
import { inPages, PAGE } from './pages.js';

export function pageOrders(tx: Tx) {
  return inPages({ id: 0 as OrderId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('sales_order as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('course', 'course.id', 'one.course_id')
      .leftJoin('room', 'room.id', 'one.room_id')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'course.name as course', 'one.kind', 'amount'])
      .select(['credit', 'refunded', 'state', 'source', 'number', 'one.room_id as roomId', 'topic', 'room.settings'])
      .select(['one.created_at as createdAt', 'paid_at as paidAt', 'refunded_at as refundedAt', 'note'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pageCards(tx: Tx) {
  const start = { memberId: 0 as MemberId, courseId: 0 as CourseId };
  return inPages(start, async ({ memberId, courseId }) =>
    tx
      .selectFrom('member_card as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('course', 'course.id', 'one.course_id')
      .select(['one.member_id as memberId', 'one.course_id as courseId', 'member.name', 'course.name as course'])
      .select(['one.kind', 'from_day as from', 'through_day as through', 'frozen_on as frozenOn', 'lapsed'])
      .where(sql<boolean>`(one.member_id, one.course_id) > (${memberId}, ${courseId})`)
      .orderBy('one.member_id')
      .orderBy('one.course_id')
      .limit(PAGE)
      .execute(),
  );
}

export function pageCardEvents(tx: Tx) {
  return inPages({ id: 0 as CardEventId }, async ({ id }) =>
    tx
      .selectFrom('card_event as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('course', 'course.id', 'one.course_id')
      .leftJoin('member as other', 'other.id', 'one.by_member_id')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'course.name as course', 'one.type', 'one.day'])
      .select(['one.kind', 'days', 'about_id as aboutId', 'order_id as orderId', 'other.name as by', 'one.at'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute(),
  );
}

export function pageEntitlements(tx: Tx) {
  return inPages({ id: 0 as EntitlementId }, async ({ id }) =>
    tx
      .selectFrom('entitlement as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .innerJoin('course', 'course.id', 'one.course_id')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'course.name as course'])
      .select(['order_id as orderId', 'one.name as entitlement', 'quota', 'used'])
      .select(['granted_at as grantedAt', 'revoked_at as revokedAt'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute(),
  );
}
