/** Trials of a member's own, where members came from, and who brought whom. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTrial(db);
  await createTrialStep(db);
  await createOfferCopy(db);
  await createMemberSource(db);
  await createInvitationCode(db);
  await createReferral(db);
  await noteFormerMembers(db);
}

/** One for each member and course: a person's word begins another round of it, never a second row. */
async function createTrial(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'trial')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('began_room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('began_at', instant, (c) => c.notNull())
    .addColumn('began_day', 'integer', (c) => c.notNull())
    .addColumn('start_day', 'integer', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('round_at', instant, (c) => c.notNull())
    .addColumn('first_day', 'integer', (c) => c.notNull())
    .addColumn('days', 'integer', (c) => c.notNull().check(sql`days > 0`))
    .addColumn(...oneOf('state', ['running', 'handed', 'over']))
    .addColumn('outcome', 'text')
    .addColumn('ended_at', instant)
    .addUniqueConstraint('trial_member', ['account_id', 'member_id', 'course_id'])
    .execute();
  await db.schema.createIndex('trial_room').on('trial').columns(['room_id', 'state']).execute();
  await db.schema.createIndex('trial_cohort').on('trial').columns(['account_id', 'began_day']).execute();
}

/** What was said to somebody in a round: each once. */
async function createTrialStep(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'trial_step')
    .addColumn('trial_id', instant, (c) => c.notNull().references('trial.id'))
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn(...oneOf('step', ['guide', 'offer-5', 'offer-6', 'offer-7']))
    .addColumn(...oneOf('how', ['private', 'room']))
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('trial_step_pk', ['trial_id', 'round', 'step'])
    .execute();
}

async function createOfferCopy(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'offer_copy')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id'))
    .addColumn('day', 'integer', (c) => c.notNull().check(sql`day in (5, 6, 7)`))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('saved_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('offer_copy_pk', ['account_id', 'course_id', 'day'])
    .execute();
}

async function createMemberSource(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'member_source')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn(...oneOf('kind', ['unknown', 'room', 'inviter', 'code', 'manual']))
    .addColumn('name', 'text')
    .addColumn('inviter_id', 'integer', (c) => c.references('member.id'))
    .addColumn('room_id', 'integer', (c) => c.references('room.id'))
    .addColumn('since_at', instant, (c) => c.notNull())
    .addColumn('by_member_id', 'integer', (c) => c.references('member.id'))
    .addPrimaryKeyConstraint('member_source_pk', ['account_id', 'member_id'])
    .addCheckConstraint('member_source_named', sql`(kind in ('room', 'manual')) = (name is not null)`)
    .addCheckConstraint('member_source_inviter', sql`(kind in ('inviter', 'code')) = (inviter_id is not null)`)
    .execute();
}

async function createInvitationCode(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'invitation_code')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('invitation_code_pk', ['account_id', 'member_id'])
    .addUniqueConstraint('invitation_code_code', ['account_id', 'code'])
    .execute();
}

/** Somebody is brought once. `room_id`: where it was paid. */
async function createReferral(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'referral')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('inviter_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('newcomer_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('said_at', instant, (c) => c.notNull())
    .addColumn(...oneOf('state', ['pending', 'earned', 'void', 'reversed']))
    .addColumn('reason', 'text')
    .addColumn('room_id', 'integer', (c) => c.references('room.id'))
    .addColumn('points', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('earned_at', instant)
    .addColumn('earned_day', 'integer')
    .addUniqueConstraint('referral_newcomer', ['account_id', 'newcomer_id'])
    .execute();
  await db.schema.createIndex('referral_inviter').on('referral').columns(['inviter_id', 'earned_day']).execute();
  await db.schema.createIndex('referral_room').on('referral').columns(['room_id', 'earned_at']).execute();
  await db.schema.createIndex('referral_state').on('referral').columns(['account_id', 'state']).execute();
}

/** Nobody knows where they came from, and they are no newcomers: both is a fact that has to be there. */
async function noteFormerMembers(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into member_source (account_id, member_id, kind, room_id, since_at)
    select room.account_id, membership.member_id, 'unknown', min(membership.room_id), min(membership.joined_at)
    from membership inner join room on room.id = membership.room_id
    where room.kind in ('trial', 'paid', 'core')
    group by room.account_id, membership.member_id`.execute(db);
}
