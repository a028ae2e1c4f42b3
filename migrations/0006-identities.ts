/**
 * Ids that change at a login: which login knows which id, codes that prove who somebody is, and what was joined together.
 */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await addSessions(db);
  await createBindingCode(db);
  await createBindingTry(db);
  await createIdentityLog(db);
  await createRoomMatch(db);
}

async function addSessions(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  for (const table of ['account', 'member_identity', 'room_identity']) {
    await db.schema
      .alterTable(table)
      .addColumn('session', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  }
  await db.schema.alterTable('account').addColumn('session_at', instant).execute();
  await db.schema
    .alterTable('account')
    .addColumn(...flag('ids_stay', 1))
    .execute();
}

async function createBindingCode(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'binding_code')
    .addColumn('member_id', 'integer', (c) => c.primaryKey().references('member.id'))
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('created_at', instant, (c) => c.notNull())
    .execute();
}

async function createBindingTry(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'binding_try')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('last_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('binding_try_pk', ['account_id', 'member_id'])
    .execute();
}

async function createIdentityLog(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'identity_log')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn(...oneOf('how', ['code', 'staff', 'new', 'room']))
    .addColumn('by_member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('kept_id', 'integer', (c) => c.notNull())
    .addColumn('folded_id', 'integer', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('undone_by', 'integer', (c) => c.references('member.id'))
    .addColumn('undone_at', instant)
    .execute();
  await db.schema.createIndex('identity_log_folded').on('identity_log').columns(['account_id', 'folded_id']).execute();
}

async function createRoomMatch(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'room_match')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('lost_room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('shared', 'integer', (c) => c.notNull())
    .addColumn('seen', 'integer', (c) => c.notNull())
    .addColumn('known', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('room_match_pk', ['room_id', 'lost_room_id'])
    .execute();
}
