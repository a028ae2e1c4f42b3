/** What members ask and tell the team: the question box with its votes, tickets with their outcomes, and to-dos that go first. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createQuestions(db);
  await createVotes(db);
  await createTickets(db);
  await db.schema
    .alterTable('todo')
    .addColumn(...flag('urgent'))
    .execute();
}

async function createQuestions(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'question')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('text', 'text')
    .addColumn('asked_at', instant, (c) => c.notNull())
    .addColumn(...oneOf('state', ['open', 'answered', 'withdrawn', 'dropped']))
    .addColumn('answer', 'text')
    .addColumn('closed_at', instant)
    .addColumn('closed_by', 'integer', (c) => c.references('member.id'))
    .addUniqueConstraint('question_number', ['account_id', 'number'])
    .execute();
  const open = sql`create index question_open on question (account_id, room_id)`;
  await sql`${open} where closed_at is null`.execute(db);
  await db.schema.createIndex('question_member').on('question').columns(['member_id', 'asked_at']).execute();
}

async function createVotes(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'question_vote')
    .addColumn('question_id', 'integer', (c) => c.notNull().references('question.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('question_vote_pk', ['question_id', 'member_id'])
    .execute();
  await db.schema.createIndex('question_vote_member').on('question_vote').column('member_id').execute();
}

async function createTickets(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'ticket')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn(...oneOf('kind', ['complaint', 'feedback']))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('room_id', 'integer', (c) => c.references('room.id'))
    .addColumn(...flag('in_public'))
    .addColumn('text', 'text')
    .addColumn('opened_at', instant, (c) => c.notNull())
    .addColumn('reminded_at', instant)
    .addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('accepted', 'done', 'declined')`))
    .addColumn('outcome_text', 'text')
    .addColumn('closed_at', instant)
    .addColumn('closed_by', 'integer', (c) => c.references('member.id'))
    .execute();
  await db.schema.createIndex('ticket_member').on('ticket').columns(['member_id', 'opened_at']).execute();
}
