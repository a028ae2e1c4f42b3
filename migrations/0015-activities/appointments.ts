/** What is to happen at an instant, once; and which quiz a room hears single letters for. */

import type { Kysely } from 'kysely';
import { columnTypes, createClusteredTable } from '../dialect.js';

export async function createAppointment(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'appointment')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', instant, (c) => c.notNull())
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('due_at', instant, (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('appointment_pk', ['kind', 'subject_id'])
    .execute();
  await db.schema.createIndex('appointment_due').on('appointment').columns(['due_at']).execute();
}

/** With the room, which is read for every message, so that other rooms pay nothing. */
export async function markRunningQuiz(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await db.schema.alterTable('room').addColumn('quiz_id', instant).execute();
}
