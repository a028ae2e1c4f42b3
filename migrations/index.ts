/** The migrations, in order. A file not listed here does not exist; one that has landed is never edited. */

import type { Migration } from 'kysely';
import { up as firstTables } from './0001-first-tables.js';
import { up as picturesAndPacing } from './0002-pictures-and-pacing.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: firstTables },
  '0002-pictures-and-pacing': { up: picturesAndPacing },
};
