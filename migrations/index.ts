/** The migrations, in order. A file not listed here does not exist; one that has landed is never edited. */

import type { Migration } from 'kysely';
import { up as firstTables } from './0001-first-tables.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: firstTables },
};
