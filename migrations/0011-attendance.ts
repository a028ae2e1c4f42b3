/**
 * Leave, make-ups, freezes and protected days, double points, days that were closed, outages, corrections.
 *
 * A streak is no longer the run up to the last day of check-in: `covered_to` is the last day up to which it holds.
 */

import { type Kysely, sql } from 'kysely';
import { createDays } from './0011-attendance/days.js';
import { addFigures } from './0011-attendance/figures.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await addFigures(db);
  await createDays(db);
  await sql`update membership set covered_to = last_day`.execute(db);
}
