/**
 * Accounts, rooms, members, courses, slots, the outbox, check-ins and points.
 *
 * Laid out for the morning rush: a check-in touches its room's own pages and the tail of its day, nothing that grows.
 */

import type { Kysely } from 'kysely';
import { createCheckIns } from './0001-first-tables/check-ins.js';
import { createCourses } from './0001-first-tables/courses.js';
import { createMail } from './0001-first-tables/mail.js';
import { createPeople } from './0001-first-tables/people.js';
import { createPlaces } from './0001-first-tables/places.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPlaces(db);
  await createPeople(db);
  await createCourses(db);
  await createMail(db);
  await createCheckIns(db);
}
