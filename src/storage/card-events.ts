/** The events of cards: only ever appended. */

import type { CardEventId, CourseId, MemberId, OrderId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { CardChange, CardEvent } from '../domain/member-card.js';
import type { Tx } from './database.js';
import type { CardKey } from './member-cards.js';

/** What is known of an event beyond what it changes. */
export interface EventSource {
  readonly day: LocalDay;
  readonly orderId: OrderId | null;
  readonly by: MemberId | null;
  readonly at: number;
}

export type LoggedEvent = CardEvent & EventSource;

export async function appendCardEvent(
  tx: Tx,
  { memberId, courseId }: CardKey,
  change: CardChange,
  { day, orderId, by, at }: EventSource,
): Promise<CardEventId> {
  const row = await tx
    .insertInto('card_event')
    .values({
      member_id: memberId,
      course_id: courseId,
      type: change.type,
      day,
      kind: change.type === 'bought' ? change.kind : null,
      days: change.type === 'added' ? change.days : null,
      about_id: 'aboutId' in change ? change.aboutId : null,
      order_id: orderId,
      by_member_id: by,
      at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** All of a card, in the order in which they came. */
export async function listCardEvents(tx: Tx, { memberId, courseId }: CardKey): Promise<LoggedEvent[]> {
  const rows = await tx
    .selectFrom('card_event')
    .select(['id', 'type', 'day', 'kind', 'days', 'about_id as aboutId', 'order_id as orderId'])
    .select(['by_member_id as by', 'at'])
    .where('member_id', '=', memberId)
    .where('course_id', '=', courseId)
    .orderBy('id')
    .execute();
  return rows as unknown as LoggedEvent[];
}

/** Of which the member has a card, or events that amount to none. */
export async function listCardCourses(tx: Tx, memberId: MemberId): Promise<CourseId[]> {
  const rows = await tx
    .selectFrom('card_event')
    .select('course_id')
    .where('member_id', '=', memberId)
    .union(tx.selectFrom('member_card').select('course_id').where('member_id', '=', memberId))
    .execute();
  return rows.map((row) => row.course_id);
}
