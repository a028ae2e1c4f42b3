/** Tags with their rules and their image on the platform, saved segments, tiers, classes; and draws whose entries weigh more than one. */

import type { Kysely } from 'kysely';
import { createClasses, createSegments } from './0019-tags-and-tiers/classes.js';
import { createTags } from './0019-tags-and-tiers/tags.js';
import { createTiers, weighDraws } from './0019-tags-and-tiers/tiers.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTags(db);
  await createSegments(db);
  await createTiers(db);
  await createClasses(db);
  await weighDraws(db);
}
