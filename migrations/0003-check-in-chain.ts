/**
 * Check-ins become appends: each names the member's check-in before it, and the membership names the last one.
 *
 * Stored by (day, room, member) every check-in of the morning rush changed a page of its own.
 */

import { type Kysely, sql } from 'kysely';
import { columnTypes, continueSerial, createTable, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await db.schema.alterTable('check_in').renameTo('check_in_by_day').execute();
  await createCheckIn(db);
  await db.schema.alterTable('membership').addColumn('last_check_in_id', instant).execute();
  await copyCheckIns(db);
  await db.schema.dropTable('check_in_by_day').execute();
  await createBookmark(db);
}

async function createCheckIn(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'check_in')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn(...oneOf('evidence', ['none', 'text', 'picture', 'voice', 'video', 'link']))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('previous_id', instant)
    .addForeignKeyConstraint('check_in_seat', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
}

async function copyCheckIns(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into check_in (id, room_id, member_id, day, at, evidence, content, previous_id)
    select id, room_id, member_id, day, at, evidence, content,
      lag(id) over (partition by room_id, member_id order by id)
    from (select row_number() over (order by day, at, room_id, member_id) as id, check_in_by_day.* from check_in_by_day)
      as numbered
    order by id`.execute(db);
  await continueSerial(db, 'check_in');
  await sql`
    update membership set last_check_in_id = latest.id
    from (select room_id, member_id, max(id) as id from check_in group by room_id, member_id) as latest
    where latest.room_id = membership.room_id and latest.member_id = membership.member_id`.execute(db);
}

/** How far a task that goes through a table in order has come. */
async function createBookmark(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'bookmark')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('position', instant, (c) => c.notNull())
    .execute();
}
