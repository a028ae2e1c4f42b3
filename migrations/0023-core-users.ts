/** Moderators' grants end and go so far; core scores, and who was asked to be a core user. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, oneOf } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await lendRoles(db);
  await createCoreScore(db);
  await createCoreUser(db);
  await owePreviews(db);
}

/** Null in both for roles that are granted for good. */
async function lendRoles(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await db.schema.alterTable('role_grant').addColumn('until_at', instant).execute();
  await db.schema
    .alterTable('role_grant')
    .addColumn('power', 'text', (c) => c.check(sql`power in ('answer', 'warn', 'hide')`))
    .execute();
}

async function createCoreScore(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'core_score')
    .addColumn('member_id', 'integer', (c) => c.primaryKey().references('member.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('loyalty', 'integer', (c) => c.notNull())
    .addColumn('feedback', 'integer', (c) => c.notNull())
    .addColumn('response', 'integer', (c) => c.notNull())
    .addColumn('referral', 'integer', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('core_score_total').on('core_score').column('total').execute();
}

async function createCoreUser(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'core_user')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn(...oneOf('state', ['passed', 'invited', 'declined', 'active', 'left', 'removed']))
    .addColumn('state_at', instant, (c) => c.notNull())
    .addColumn('invited_by', 'integer', (c) => c.references('member.id'))
    .addColumn('since', instant)
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('core_user_pk', ['account_id', 'member_id'])
    .execute();
  const state = ['account_id', 'state', 'state_at'];
  await db.schema.createIndex('core_user_state').on('core_user').columns(state).execute();
}

/** To core rooms that there are: the first one with their next task, from then on at its own hour. */
async function owePreviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into schedule (room_id, kind, next_day, next_due_at)
    select schedule.room_id, 'preview', next_day, next_due_at
    from schedule inner join room on room.id = schedule.room_id
    where schedule.kind = 'task' and room.kind = 'core'`.execute(db);
}
