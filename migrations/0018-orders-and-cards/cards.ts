/** Cards: events that are only ever appended, and one row that says what they amount to. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from '../dialect.js';

const KINDS = ['day', 'week', 'month', 'quarter', 'year', 'lifetime'];
const TYPES = ['bought', 'added', 'frozen', 'thawed', 'refunded', 'ended', 'lapsed', 'undone'];

export async function createCards(db: Kysely<unknown>): Promise<void> {
  await createCardEvent(db);
  await createMemberCard(db);
  await createCardNotice(db);
}

async function createCardEvent(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'card_event')
    .addColumn('id', ...serial(db))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn(...oneOf('type', TYPES))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('days', 'integer')
    .addColumn('about_id', instant, (c) => c.references('card_event.id'))
    .addColumn('order_id', instant, (c) => c.references('sales_order.id'))
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('at', instant, (c) => c.notNull())
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('card_event');
  await index('card_event_card').columns(['member_id', 'course_id', 'id']).execute();
  await index('card_event_order').column('order_id').execute();
}

/** Without a last day: for life. */
async function createMemberCard(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'member_card')
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn(...oneOf('kind', KINDS))
    .addColumn('from_day', 'integer', (c) => c.notNull())
    .addColumn('through_day', 'integer')
    .addColumn('frozen_on', 'integer')
    .addColumn(...flag('lapsed'))
    .addColumn('updated_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('member_card_pk', ['member_id', 'course_id'])
    .execute();
  await db.schema
    .createIndex('member_card_end')
    .on('member_card')
    .columns(['course_id', 'lapsed', 'through_day'])
    .execute();
}

/** What was said about an end: once for each, and anew when the card ends on another day. */
async function createCardNotice(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'card_notice')
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn('through_day', 'integer', (c) => c.notNull())
    .addColumn(...oneOf('reminder', ['week', 'eve', 'after']))
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('card_notice_pk', ['member_id', 'course_id', 'through_day', 'reminder'])
    .execute();
}
