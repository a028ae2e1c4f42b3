/** Quizzes, one question each, and what was answered: each member's first answer. */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, oneOf, serial } from '../dialect.js';

export async function createQuiz(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'quiz')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('options', 'text', (c) => c.notNull())
    .addColumn('answer', 'integer', (c) => c.notNull().check(sql`answer >= 0`))
    .addColumn('points', 'integer', (c) => c.notNull().check(sql`points >= 0`))
    .addColumn(...oneOf('state', ['open', 'ended', 'cancelled']))
    .addColumn('answers', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('opened_by', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('opened_at', instant, (c) => c.notNull())
    .addColumn('ends_at', instant, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('quiz_room').on('quiz').columns(['room_id', 'id']).execute();
  await sql`create unique index quiz_running on quiz (room_id) where state = 'open'`.execute(db);
  await createAnswers(db);
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'quiz_answer')
    .addColumn('quiz_id', instant, (c) => c.notNull().references('quiz.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('choice', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('quiz_answer_pk', ['quiz_id', 'number'])
    .addUniqueConstraint('quiz_answer_once', ['quiz_id', 'member_id'])
    .execute();
  await db.schema.createIndex('quiz_answer_member').on('quiz_answer').column('member_id').execute();
}
