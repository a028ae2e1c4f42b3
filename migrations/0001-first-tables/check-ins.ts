/** Check-ins, what may still be added to them, and the points ledger. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

export async function createCheckIns(db: Kysely<unknown>): Promise<void> {
  await createCheckIn(db);
  await createPendingCheckIn(db);
  await createRecentMedia(db);
  await createPointsEntry(db);
  await createRoomDay(db);
}

async function createCheckIn(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'check_in')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn(...oneOf('evidence', ['none', 'text', 'picture', 'voice', 'video', 'link']))
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('check_in_pk', ['day', 'room_id', 'member_id'])
    .addForeignKeyConstraint('check_in_membership', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
}

async function createPendingCheckIn(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'pending_check_in')
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('pending_check_in_pk', ['room_id', 'member_id'])
    .execute();
}

async function createRecentMedia(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'recent_media')
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('recent_media_pk', ['room_id', 'member_id'])
    .execute();
}

async function createPointsEntry(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
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
}

async function createRoomDay(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'room_day')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('check_ins', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('started', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('room_day_pk', ['day', 'room_id'])
    .execute();
}
