/** Gifts and who redeemed them, codes that are handed out, records of red packets, badges, and points given by hand. */

import { type Kysely, sql } from 'kysely';
import { createCodes } from './0014-gifts-and-codes/codes.js';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createCodes(db);
  await createGift(db);
  await createRedemption(db);
  await createRedPackets(db);
  await createBadgeGrant(db);
  await createPointsGrant(db);
}

/** A room of 0 stands for all rooms of the account. */
async function createGift(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'gift')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('price', 'integer', (c) => c.notNull().check(sql`price > 0`))
    .addColumn('stock', 'integer', (c) => c.check(sql`stock >= 0`))
    .addColumn('limit_per_member', 'integer')
    .addColumn(...flag('needs_address'))
    .addColumn('batch_id', instant, (c) => c.references('code_batch.id'))
    .addColumn(...flag('listed', 1))
    .addColumn('created_at', instant, (c) => c.notNull())
    .addUniqueConstraint('gift_name', ['account_id', 'room_id', 'name'])
    .execute();
}

async function createRedemption(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'redemption')
    .addColumn('id', ...serial(db))
    .addColumn('gift_id', instant, (c) => c.notNull().references('gift.id'))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('quantity', 'integer', (c) => c.notNull())
    .addColumn('price', 'integer', (c) => c.notNull())
    .addColumn('bookings', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn(...oneOf('state', ['pending', 'fulfilled', 'cancelled']))
    .addColumn('address', 'text')
    .addColumn('note', 'text')
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('done_at', instant)
    .addColumn('done_by', 'integer', (c) => c.references('member.id'))
    .addForeignKeyConstraint('redemption_membership', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('redemption');
  await index('redemption_gift').columns(['gift_id', 'member_id']).execute();
  await index('redemption_member').columns(['member_id', 'id']).execute();
  await index('redemption_pending').where(sql.ref('state'), '=', 'pending').column('id').execute();
  await index('redemption_address').where(sql.ref('address'), 'is not', null).column('done_at').execute();
}

/** Amounts in fen. The budget counts what its records add up to. */
async function createRedPackets(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'red_packet_budget')
    .addColumn('room_id', 'integer', (c) => c.primaryKey().references('room.id'))
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('spent', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('updated_at', instant, (c) => c.notNull())
    .addCheckConstraint('red_packet_budget_kept', sql`spent >= 0 and spent <= total`)
    .execute();
  await createTable(db, 'red_packet')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('red_packet_budget.room_id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('amount', 'integer', (c) => c.notNull().check(sql`amount > 0`))
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('by_member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('void_reason', 'text')
    .addColumn('voided_at', instant)
    .execute();
  await db.schema.createIndex('red_packet_room').on('red_packet').columns(['room_id', 'id']).execute();
}

async function createBadgeGrant(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'badge_grant')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('badge', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addColumn('revoked_at', instant)
    .addColumn('revoked_reason', 'text')
    .addForeignKeyConstraint('badge_membership', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('badge_grant');
  await index('badge_grant_held')
    .unique()
    .where(sql.ref('revoked_at'), 'is', null)
    .columns(['room_id', 'member_id', 'badge'])
    .execute();
  await index('badge_grant_day').columns(['room_id', 'day']).execute();
}

/** What a manager gave or took, and why: the ledger names it by its number. */
async function createPointsGrant(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'points_grant')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('by_member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('at', instant, (c) => c.notNull())
    .addForeignKeyConstraint('points_grant_membership', ['room_id', 'member_id'], 'membership', [
      'room_id',
      'member_id',
    ])
    .execute();
}
