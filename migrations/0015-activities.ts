/** Activities of a room: draws, flash sales, quizzes; and appointments, which are what comes due for them. */

import type { Kysely } from 'kysely';
import { createAppointment, markRunningQuiz } from './0015-activities/appointments.js';
import { createDraw } from './0015-activities/draws.js';
import { createFlashSale } from './0015-activities/flash-sales.js';
import { createQuiz } from './0015-activities/quizzes.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAppointment(db);
  await createDraw(db);
  await createFlashSale(db);
  await createQuiz(db);
  await markRunningQuiz(db);
}
