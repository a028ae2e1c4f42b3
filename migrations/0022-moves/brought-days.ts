/** What came along: days that count for the streak, and badges that were earned elsewhere. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, flag } from '../dialect.js';

export async function createBroughtDay(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'brought_day')
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn(...flag('done'))
    .addColumn('freeze_every', 'integer', (c) => c.notNull())
    .addColumn('move_id', instant, (c) => c.notNull().references('move.id'))
    .addPrimaryKeyConstraint('brought_day_pk', ['room_id', 'member_id', 'day'])
    .addForeignKeyConstraint('brought_day_membership', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
}

export async function markCarriedBadges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('badge_grant')
    .addColumn(...flag('carried'))
    .execute();
}
