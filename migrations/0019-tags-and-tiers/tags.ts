/** Tags that there are, who has them, what became of each, the rules that give them, and what the platform knows of them. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from '../dialect.js';

const SOURCES = ['manual', 'rule', 'self', 'move', 'order'];

export async function createTags(db: Kysely<unknown>): Promise<void> {
  await createTag(db);
  await createRule(db);
  await createMemberTag(db);
  await createChange(db);
  await createMirror(db);
}

async function createTag(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'tag')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn(...flag('choosable'))
    .addColumn('created_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('tag_pk', ['account_id', 'name'])
    .addUniqueConstraint('tag_key', ['account_id', 'key'])
    .execute();
}

async function createRule(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'tag_rule')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('room_id', 'integer', (c) => c.references('room.id'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addColumn('condition', 'text', (c) => c.notNull())
    .addColumn('created_by', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('created_at', instant, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('tag_rule_account').on('tag_rule').columns(['account_id', 'id']).execute();
}

async function createMemberTag(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'member_tag')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addColumn(...oneOf('source', SOURCES))
    .addColumn('since_at', instant, (c) => c.notNull())
    .addColumn('expires_at', instant)
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('rule_id', instant)
    .addColumn('removed_at', instant)
    .addColumn('removed_by', 'text', (c) =>
      c.check(sql`removed_by in ('manual', 'rule', 'self', 'move', 'order', 'expired')`),
    )
    .addPrimaryKeyConstraint('member_tag_pk', ['member_id', 'account_id', 'tag'])
    .execute();
  await db.schema.createIndex('member_tag_tag').on('member_tag').columns(['account_id', 'tag', 'member_id']).execute();
  await sql`create index member_tag_expiry on member_tag (account_id, expires_at)
    where removed_at is null and expires_at is not null`.execute(db);
}

async function createChange(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'tag_change')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addColumn(...oneOf('change', ['added', 'removed']))
    .addColumn(...oneOf('source', [...SOURCES, 'expired', 'undone']))
    .addColumn('rule', 'text')
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('expires_at', instant)
    .addColumn('at', instant, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('tag_change_member').on('tag_change').columns(['member_id', 'id']).execute();
}

/** What is wanted on the platform, and what is there as far as we know. */
async function createMirror(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'tag_mirror')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addColumn(...flag('wanted'))
    .addColumn(...flag('mirrored'))
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('due_at', instant)
    .addColumn('outbox_id', instant)
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('tag_mirror_pk', ['account_id', 'member_id', 'tag'])
    .execute();
  await sql`create index tag_mirror_due on tag_mirror (account_id, due_at) where due_at is not null`.execute(db);
  await sql`create index tag_mirror_sent on tag_mirror (outbox_id) where outbox_id is not null`.execute(db);
  await createClusteredTable(db, 'tag_platform')
    .addColumn('account_id', 'integer', (c) => c.primaryKey().references('account.id'))
    .addColumn('unsupported_at', instant, (c) => c.notNull())
    .execute();
}
