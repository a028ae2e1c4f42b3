/** The ladder of an account where it is not the usual one, where its members stand on it, and how each came there. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

export async function createTiers(db: Kysely<unknown>): Promise<void> {
  await createRung(db);
  await createStanding(db);
  await createChange(db);
}

async function createRung(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'tier_rung')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull().check(sql`place >= 0`))
    .addColumn('needs', 'text', (c) => c.notNull())
    .addColumn('perks', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('tier_rung_pk', ['account_id', 'name'])
    .execute();
}

async function createStanding(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'member_tier')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('tier', 'text', (c) => c.notNull())
    .addColumn(...oneOf('how', ['rule', 'manual']))
    .addColumn('since_at', instant, (c) => c.notNull())
    .addColumn('below_since', 'integer')
    .addColumn('declined', 'text')
    .addPrimaryKeyConstraint('member_tier_pk', ['member_id', 'account_id'])
    .execute();
  await db.schema
    .createIndex('member_tier_tier')
    .on('member_tier')
    .columns(['account_id', 'tier', 'member_id'])
    .execute();
}

async function createChange(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'tier_change')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('from_tier', 'text', (c) => c.notNull())
    .addColumn('to_tier', 'text', (c) => c.notNull())
    .addColumn(...oneOf('how', ['rule', 'confirmed', 'manual', 'undone']))
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('figures', 'text')
    .addColumn('at', instant, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('tier_change_member').on('tier_change').columns(['member_id', 'id']).execute();
}

/** What the tiers weigh is fixed at the opening of a draw; what an entry weighs, as it is made. And a tag may be missing at the end. */
export async function weighDraws(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('draw').addColumn('weights', 'text').execute();
  await sql`create table draw_entry_kept as select * from draw_entry`.execute(db);
  await db.schema.dropTable('draw_entry').execute();
  await createEntries(db);
  await sql`insert into draw_entry (draw_id, number, member_id, code, at, dropped)
    select draw_id, number, member_id, code, at, dropped from draw_entry_kept`.execute(db);
  await db.schema.dropTable('draw_entry_kept').execute();
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'draw_entry')
    .addColumn('draw_id', instant, (c) => c.notNull().references('draw.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('dropped', 'text', (c) => c.check(sql`dropped in ('left', 'staff', 'tag')`))
    .addColumn('weight', 'integer', (c) =>
      c
        .notNull()
        .defaultTo(1)
        .check(sql`weight > 0`),
    )
    .addPrimaryKeyConstraint('draw_entry_pk', ['draw_id', 'number'])
    .addUniqueConstraint('draw_entry_once', ['draw_id', 'member_id'])
    .execute();
  await db.schema.createIndex('draw_entry_member').on('draw_entry').column('member_id').execute();
}
