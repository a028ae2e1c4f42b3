/** Chain lists as far as they were read, what is to be decided about them, and camps with those who take part. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createChainList(db);
  await createChainLine(db);
  await createChainQuestion(db);
  await createChainRule(db);
  await createCamp(db);
  await createCampMember(db);
}

async function createChainList(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'chain_list')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('seen_at', instant, (c) => c.notNull())
    .addUniqueConstraint('chain_list_heading', ['room_id', 'hash'])
    .execute();
}

async function createChainLine(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'chain_line')
    .addColumn('list_id', instant, (c) => c.notNull().references('chain_list.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('name_hash', 'text', (c) => c.notNull())
    .addColumn('member_id', 'integer')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('chain_line_pk', ['list_id', 'hash'])
    .execute();
}

async function createChainQuestion(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'chain_question')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addColumn(...oneOf('state', ['open', 'taken', 'declined', 'expired']))
    .addColumn('member_id', 'integer')
    .execute();
  await db.schema
    .createIndex('chain_question_state')
    .on('chain_question')
    .columns(['state', 'room_id', 'id'])
    .execute();
}

async function createChainRule(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'chain_rule')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn(...flag('counts'))
    .addColumn('saved_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('chain_rule_pk', ['room_id', 'words'])
    .execute();
}

async function createCamp(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'camp')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('first_day', 'integer', (c) => c.notNull())
    .addColumn('last_day', 'integer', (c) => c.notNull())
    .addColumn('required', 'integer', (c) => c.notNull())
    .addColumn('ended_day', 'integer')
    .addColumn('opened_by', 'integer', (c) => c.notNull())
    .addColumn('opened_at', instant, (c) => c.notNull())
    .addUniqueConstraint('camp_start', ['room_id', 'first_day'])
    .execute();
}

async function createCampMember(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'camp_member')
    .addColumn('camp_id', instant, (c) => c.notNull().references('camp.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('joined_day', 'integer', (c) => c.notNull())
    .addColumn('left_day', 'integer')
    .addPrimaryKeyConstraint('camp_member_pk', ['camp_id', 'member_id'])
    .execute();
}
