/** Members, their memberships, their roles, and the claim of the first owner. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from '../dialect.js';

export async function createPeople(db: Kysely<unknown>): Promise<void> {
  await createMember(db);
  await createMemberIdentity(db);
  await createMembership(db);
  await createRoleGrant(db);
  await createClaim(db);
}

async function createMember(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'member')
    .addColumn('id', ...serial(db))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', instant, (c) => c.notNull())
    .execute();
}

async function createMemberIdentity(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'member_identity')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('platform_id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addPrimaryKeyConstraint('member_identity_pk', ['account_id', 'platform_id'])
    .execute();
  await db.schema
    .createIndex('member_identity_member')
    .on('member_identity')
    .columns(['member_id', 'account_id'])
    .execute();
}

async function createMembership(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'membership')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('joined_at', instant, (c) => c.notNull())
    .addColumn('left_at', instant)
    .addColumn('first_day', 'integer')
    .addColumn('last_day', 'integer')
    .addColumn('streak', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('best', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('total', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('points', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('last_entry_id', instant)
    .addColumn(...flag('on_board', 1))
    .addColumn('welcomed_at', instant)
    .addPrimaryKeyConstraint('membership_pk', ['room_id', 'member_id'])
    .execute();
  await db.schema.createIndex('membership_member').on('membership').columns(['member_id', 'room_id']).execute();
}

async function createRoleGrant(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'role_grant')
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn(...oneOf('role', ['moderator', 'teacher', 'manager', 'owner']))
    .addColumn('granted_by', 'integer')
    .addColumn('granted_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('role_grant_pk', ['member_id', 'room_id'])
    .execute();
}

async function createClaim(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'claim')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('created_at', instant, (c) => c.notNull())
    .addColumn('claimed_at', instant)
    .addColumn('claimed_by', 'integer', (c) => c.references('member.id'))
    .execute();
}
