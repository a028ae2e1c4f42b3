/**
 * Accounts, rooms, members, courses, slots, the outbox, check-ins and points.
 *
 * Laid out for the morning rush: a check-in touches its room's own pages and the tail of its day, nothing that grows.
 */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, serial } from './dialect.js';

type Any = Kysely<unknown>;

export async function up(db: Any): Promise<void> {
  await createPlaces(db);
  await createPeople(db);
  await createCourses(db);
  await createMail(db);
  await createCheckIns(db);
}

async function createPlaces(db: Any): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'account')
    .addColumn('id', ...serial(db))
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('platform_id', 'text')
    .addColumn('bot_name', 'text')
    .addColumn('next_send_at', instant, (c) => c.notNull().defaultTo(0))
    .addColumn('stopped_until', instant)
    .addColumn('stop_reason', 'text')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', instant, (c) => c.notNull())
    .execute();
  await createTable(db, 'course')
    .addColumn('id', ...serial(db))
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('updated_at', instant, (c) => c.notNull())
    .execute();
  await createTable(db, 'room')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.check(sql`kind in ('trial', 'paid', 'core', 'staff')`))
    .addColumn('course_id', 'integer', (c) => c.references('course.id'))
    .addColumn('start_day', 'integer')
    .addColumn('settings', 'text', (c) => c.notNull().defaultTo('{}'))
    .addColumn('paused_until', 'integer')
    .addColumn('registered_at', instant)
    .addColumn('roster_at', instant)
    .addColumn('last_post_at', instant)
    .addColumn('last_ack_at', instant)
    .addColumn('earlier_ack_at', instant)
    .execute();
  await createClusteredTable(db, 'room_identity')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('platform_id', 'text', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addPrimaryKeyConstraint('room_identity_pk', ['account_id', 'platform_id'])
    .execute();
  await db.schema.createIndex('room_identity_room').on('room_identity').columns(['room_id', 'account_id']).execute();
}

async function createPeople(db: Any): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'member')
    .addColumn('id', ...serial(db))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', instant, (c) => c.notNull())
    .execute();
  await createClusteredTable(db, 'member_identity')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('platform_id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addPrimaryKeyConstraint('member_identity_pk', ['account_id', 'platform_id'])
    .execute();
  await db.schema.createIndex('member_identity_member').on('member_identity').columns(['member_id', 'account_id']).execute();
  await createClusteredTable(db, 'membership')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('joined_at', instant, (c) => c.notNull())
    .addColumn('left_at', instant)
    .addColumn('first_day', 'integer')
    .addColumn('last_day', 'integer')
    .addColumn('streak', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('best', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('total', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('points', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('last_entry_id', instant)
    .addColumn('on_board', 'integer', (c) => c.notNull().defaultTo(1).check(sql`on_board in (0, 1)`))
    .addColumn('welcomed_at', instant)
    .addPrimaryKeyConstraint('membership_pk', ['room_id', 'member_id'])
    .execute();
  await db.schema.createIndex('membership_member').on('membership').columns(['member_id', 'room_id']).execute();
  await createClusteredTable(db, 'role_grant')
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('moderator', 'teacher', 'manager', 'owner')`))
    .addColumn('granted_by', 'integer')
    .addColumn('granted_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('role_grant_pk', ['member_id', 'room_id'])
    .execute();
  await createTable(db, 'claim')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('claimed_at', instant)
    .addColumn('claimed_by', 'integer', (c) => c.references('member.id'))
    .execute();
}

async function createCourses(db: Any): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'lesson')
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id').onDelete('cascade'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('task', 'text', (c) => c.notNull())
    .addColumn('homework', 'text')
    .addColumn('picture', 'text')
    .addPrimaryKeyConstraint('lesson_pk', ['course_id', 'day'])
    .execute();
  await createClusteredTable(db, 'schedule')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('next_day', 'integer', (c) => c.notNull())
    .addColumn('next_due_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('schedule_pk', ['room_id', 'kind'])
    .execute();
  await db.schema.createIndex('schedule_due').on('schedule').columns(['next_due_at', 'room_id']).execute();
}

async function createMail(db: Any): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'outbox')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull())
    .addColumn('room_id', 'integer')
    .addColumn('member_id', 'integer')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('day', 'integer')
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addColumn('started', 'integer', (c) => c.notNull().check(sql`started in (0, 1)`))
    .addColumn('state', 'text', (c) =>
      c.notNull().check(
        sql`state in ('planned', 'sending', 'sent', 'uncertain', 'failed', 'expired', 'skipped', 'cancelled', 'merged')`,
      ),
    )
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('mentions', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('late', 'integer', (c) => c.notNull().defaultTo(0).check(sql`late in (0, 1)`))
    .addColumn('not_before', instant, (c) => c.notNull())
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('sending_at', instant)
    .addColumn('sent_at', instant)
    .addColumn('message_id', 'text')
    .addColumn('reason', 'text')
    .addColumn('carrier_id', instant)
    .addColumn('created_at', instant, (c) => c.notNull())
    .addCheckConstraint('outbox_target', sql`room_id is not null or member_id is not null`)
    .execute();
  await createOutboxIndexes(db);
  await createClusteredTable(db, 'inbox')
    .addColumn('account_id', 'integer', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('received_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('inbox_pk', ['account_id', 'message_id'])
    .execute();
  await createClusteredTable(db, 'echo')
    .addColumn('account_id', 'integer', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('outbox_id', instant)
    .addPrimaryKeyConstraint('echo_pk', ['account_id', 'message_id'])
    .execute();
  await createEchoIndex(db);
  await createTable(db, 'answered_line')
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('answered_line_pk', ['member_id', 'chat', 'hash'])
    .execute();
}

async function createOutboxIndexes(db: Any): Promise<void> {
  await sql`create unique index outbox_slot on outbox (room_id, kind, day) where day is not null`.execute(db);
  await sql`create index outbox_open on outbox (account_id, priority, not_before, id) where state = 'planned'`.execute(db);
  await sql`create index outbox_room_open on outbox (room_id, kind) where state = 'planned'`.execute(db);
  await sql`create index outbox_doubtful on outbox (account_id, state) where state in ('sending', 'uncertain')`.execute(db);
  await sql`create index outbox_sending on outbox (account_id, sending_at) where sending_at is not null`.execute(db);
}

async function createEchoIndex(db: Any): Promise<void> {
  await sql`create index echo_unclaimed on echo (account_id, target, hash) where outbox_id is null`.execute(db);
}

async function createCheckIns(db: Any): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'check_in')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('evidence', 'text', (c) =>
      c.notNull().check(sql`evidence in ('none', 'text', 'picture', 'voice', 'video', 'link')`),
    )
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('check_in_pk', ['day', 'room_id', 'member_id'])
    .addForeignKeyConstraint('check_in_membership', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
  await createClusteredTable(db, 'pending_check_in')
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('pending_check_in_pk', ['room_id', 'member_id'])
    .execute();
  await createClusteredTable(db, 'recent_media')
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('recent_media_pk', ['room_id', 'member_id'])
    .execute();
  await createTable(db, 'points_entry')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('previous_id', instant)
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('balance', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addForeignKeyConstraint('points_membership', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
  await createClusteredTable(db, 'room_day')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('check_ins', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('started', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('room_day_pk', ['day', 'room_id'])
    .execute();
}
