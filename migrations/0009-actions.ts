/**
 * What staff did, with the rows before and after; what waits to be confirmed; and the last thing that each was refused.
 */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAction(db);
  await createActionIndexes(db);
  await createConfirmation(db);
  await createLastRefusal(db);
}

async function createAction(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'action')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn(...oneOf('role', ['member', 'moderator', 'teacher', 'manager', 'owner']))
    .addColumn('room_id', 'integer')
    .addColumn('chat_room_id', 'integer')
    .addColumn('command', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn(...oneOf('effect', ['none', 'undoable', 'final']))
    .addColumn('changes', 'text', (c) => c.notNull())
    .addColumn('noted', 'text')
    .addColumn('confirmed_by', 'integer')
    .addColumn('undone_by', 'integer')
    .addColumn('undone_at', instant)
    .execute();
}

async function createActionIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('action_account').on('action').columns(['account_id', 'at']).execute();
  await db.schema.createIndex('action_room').on('action').columns(['room_id', 'at']).execute();
  await db.schema.createIndex('action_member').on('action').columns(['member_id', 'at']).execute();
}

async function createConfirmation(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'confirmation')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('code', 'text', (c) => c.notNull().check(sql`length(code) = 4`))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('chat_room_id', 'integer')
    .addColumn('room_id', 'integer')
    .addColumn('command', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('impact', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn(...oneOf('needs', ['own', 'second', 'again']))
    .addColumn('asked_at', instant, (c) => c.notNull())
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addColumn('first_confirmed_at', instant)
    .addPrimaryKeyConstraint('confirmation_pk', ['account_id', 'code'])
    .execute();
}

async function createLastRefusal(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'last_refusal')
    .addColumn('member_id', 'integer', (c) => c.primaryKey().references('member.id'))
    .addColumn('room_id', 'integer')
    .addColumn('refusal', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .execute();
}
