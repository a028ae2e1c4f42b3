/** Lessons by day, and the next slot of every room and kind of post. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable } from '../dialect.js';

export async function createCourses(db: Kysely<unknown>): Promise<void> {
  await createLesson(db);
  await createSchedule(db);
}

async function createLesson(db: Kysely<unknown>): Promise<void> {
  await createClusteredTable(db, 'lesson')
    .addColumn('course_id', 'integer', (c) => c.notNull().references('course.id').onDelete('cascade'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('task', 'text', (c) => c.notNull())
    .addColumn('homework', 'text')
    .addColumn('picture', 'text')
    .addPrimaryKeyConstraint('lesson_pk', ['course_id', 'day'])
    .execute();
}

async function createSchedule(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'schedule')
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('next_day', 'integer', (c) => c.notNull())
    .addColumn('next_due_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('schedule_pk', ['room_id', 'kind'])
    .execute();
  await db.schema.createIndex('schedule_due').on('schedule').columns(['next_due_at', 'room_id']).execute();
}
