/** Moves between trial and paid rooms, step by step, and what members bring along. */

import type { Kysely } from 'kysely';
import { createBroughtDay, markCarriedBadges } from './0022-moves/brought-days.js';
import { createMove, createMoveStep } from './0022-moves/moves.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createMove(db);
  await createMoveStep(db);
  await createBroughtDay(db);
  await markCarriedBadges(db);
}
