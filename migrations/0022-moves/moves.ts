/** One row for each move, and one for each of its steps that was begun. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

const STEPS = ['tags', 'invitation', 'arrival', 'welcome', 'farewell', 'record', 'told', 'departure', 'trial-room'];

export async function createMove(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'move')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn(...oneOf('way', ['in', 'back']))
    .addColumn(...oneOf('cause', ['paid', 'expired', 'refunded', 'undone']))
    .addColumn('order_id', instant, (c) => c.references('sales_order.id'))
    .addColumn('from_room_id', 'integer', (c) => c.references('room.id'))
    .addColumn('to_room_id', 'integer', (c) => c.references('room.id'))
    .addColumn(...oneOf('state', ['running', 'done', 'stopped']))
    .addColumn('begun_at', instant, (c) => c.notNull())
    .addColumn('ended_at', instant)
    .addColumn('ended_by', 'integer', (c) => c.references('member.id'))
    .execute();
  await indexMoves(db);
}

async function indexMoves(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('move_running')
    .unique()
    .on('move')
    .columns(['account_id', 'course_id', 'member_id'])
    .where(sql.ref('state'), '=', sql.lit('running'))
    .execute();
  await db.schema.createIndex('move_member').on('move').columns(['member_id', 'id']).execute();
}

export async function createMoveStep(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'move_step')
    .addColumn('move_id', instant, (c) => c.notNull().references('move.id'))
    .addColumn(...oneOf('step', STEPS))
    .addColumn(...oneOf('state', ['under-way', 'waiting', 'done', 'skipped']))
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('detail', 'text')
    .addColumn('outbox_id', instant)
    .addPrimaryKeyConstraint('move_step_pk', ['move_id', 'step'])
    .execute();
  await db.schema
    .createIndex('move_step_errand')
    .on('move_step')
    .column('outbox_id')
    .where(sql.ref('outbox_id'), 'is not', null)
    .execute();
}
