/** Draws, who is in them under which number, and who won in which rank. */

import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

export async function createDraw(db: Kysely<unknown>): Promise<void> {
  await createDraws(db);
  await createEntries(db);
  await createWinners(db);
}

async function createDraws(db: Kysely<unknown>): Promise<void> {
  const table = createTable(db, 'draw')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('prize', 'text', (c) => c.notNull())
    .addColumn('points', 'integer', (c) => c.notNull().check(sql`points >= 0`))
    .addColumn('places', 'integer', (c) => c.notNull().check(sql`places > 0`))
    .addColumn('conditions', 'text', (c) => c.notNull())
    .addColumn('public_source', 'text')
    .addColumn('public_value', 'text')
    .addColumn(...oneOf('state', ['open', 'sealed', 'drawn', 'cancelled']))
    .addColumn('seed', 'text', (c) => c.notNull())
    .addColumn('commitment', 'text', (c) => c.notNull())
    .addColumn('list_hash', 'text')
    .addColumn('entries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('opened_by', 'integer', (c) => c.notNull().references('member.id'));
  await addTimes(db, table).execute();
  await db.schema.createIndex('draw_room').on('draw').columns(['room_id', 'id']).execute();
  await sql`create unique index draw_running on draw (room_id) where state in ('open', 'sealed')`.execute(db);
}

function addTimes(db: Kysely<unknown>, table: CreateTableBuilder<string>): CreateTableBuilder<string> {
  const { instant } = columnTypes(db);
  return table
    .addColumn('opened_at', instant, (c) => c.notNull())
    .addColumn('ends_at', instant, (c) => c.notNull())
    .addColumn('sealed_at', instant)
    .addColumn('drawn_at', instant);
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'draw_entry')
    .addColumn('draw_id', instant, (c) => c.notNull().references('draw.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('dropped', 'text', (c) => c.check(sql`dropped in ('left', 'staff')`))
    .addPrimaryKeyConstraint('draw_entry_pk', ['draw_id', 'number'])
    .addUniqueConstraint('draw_entry_once', ['draw_id', 'member_id'])
    .execute();
  await db.schema.createIndex('draw_entry_member').on('draw_entry').column('member_id').execute();
}

async function createWinners(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'draw_winner')
    .addColumn('draw_id', instant, (c) => c.notNull().references('draw.id'))
    .addColumn('rank', 'integer', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn(...oneOf('state', ['won', 'replaced', 'passed']))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('draw_winner_pk', ['draw_id', 'rank'])
    .execute();
}
