/** What is done on the platform without words, what waits for a person, and who may be written to in private. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('errand', 'text').execute();
  await createTodo(db);
  await createPrivateContact(db);
}

async function createTodo(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'todo')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.references('room.id'))
    .addColumn('member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('opened_at', instant, (c) => c.notNull())
    .addColumn('done_at', instant)
    .addColumn('choice', 'text')
    .addColumn('done_by', 'integer', (c) => c.references('member.id'))
    .execute();
  await db.schema
    .createIndex('todo_open')
    .unique()
    .on('todo')
    .columns(['account_id', 'kind', 'ref'])
    .where(sql.ref('done_at'), 'is', null)
    .execute();
}

async function createPrivateContact(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'private_contact')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('since', instant, (c) => c.notNull())
    .addColumn('told_at', instant)
    .addPrimaryKeyConstraint('private_contact_pk', ['account_id', 'member_id'])
    .execute();
}
