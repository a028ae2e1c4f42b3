/** What is known of single days: of a member, of a room, of an account. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

export async function createDays(db: Kysely<unknown>): Promise<void> {
  await createLeaveDay(db);
  await createProtectedDay(db);
  await createPointsDay(db);
  await createRoomRule(db);
  await createClosedDay(db);
  await createOutage(db);
  await createCorrection(db);
}

async function createLeaveDay(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'leave_day')
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('leave_day_pk', ['room_id', 'member_id', 'day'])
    .addForeignKeyConstraint('leave_day_seat', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
  await db.schema.createIndex('leave_day_of_room').on('leave_day').columns(['room_id', 'day']).execute();
}

async function createProtectedDay(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'protected_day')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn(...oneOf('cause', ['outage', 'staff', 'rest']))
    .addColumn('note', 'text')
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('protected_day_pk', ['room_id', 'day'])
    .execute();
}

async function createPointsDay(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'points_day')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('factor', 'integer', (c) => c.notNull().check(sql`factor >= 2`))
    .addPrimaryKeyConstraint('points_day_pk', ['room_id', 'day'])
    .execute();
}

async function createRoomRule(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'room_rule')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('from_day', 'integer', (c) => c.notNull())
    .addColumn('freeze_every', 'integer', (c) => c.notNull().check(sql`freeze_every >= 0`))
    .addPrimaryKeyConstraint('room_rule_pk', ['room_id', 'from_day'])
    .execute();
}

async function createClosedDay(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'closed_day')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('freezes', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('closed_day_pk', ['room_id', 'day'])
    .execute();
}

async function createOutage(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'outage')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('since', instant, (c) => c.notNull())
    .addColumn('until', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('outage_pk', ['account_id', 'since'])
    .execute();
}

async function createCorrection(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'correction')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn(...oneOf('change', ['added', 'removed']))
    .addColumn('told_in', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addForeignKeyConstraint('correction_seat', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
  await db.schema.createIndex('correction_told').on('correction').columns(['room_id', 'told_in']).execute();
}
