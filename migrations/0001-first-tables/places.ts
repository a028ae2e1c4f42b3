/** Accounts and the rooms they are in, and the courses that rooms follow. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, serial } from '../dialect.js';

export async function createPlaces(db: Kysely<unknown>): Promise<void> {
  await createAccount(db);
  await createCourse(db);
  await createRoom(db);
  await createRoomIdentity(db);
}

async function createAccount(db: Kysely<unknown>): Promise<void> {
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
}

async function createCourse(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'course')
    .addColumn('id', ...serial(db))
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('updated_at', instant, (c) => c.notNull())
    .execute();
}

async function createRoom(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
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
}

async function createRoomIdentity(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'room_identity')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('platform_id', 'text', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addPrimaryKeyConstraint('room_identity_pk', ['account_id', 'platform_id'])
    .execute();
  await db.schema.createIndex('room_identity_room').on('room_identity').columns(['room_id', 'account_id']).execute();
}
