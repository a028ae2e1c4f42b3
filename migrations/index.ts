/** The migrations, in order. A file not listed here does not exist; one that has landed is never edited. */

import type { Migration } from 'kysely';
import { up as firstTables } from './0001-first-tables.js';
import { up as picturesAndPacing } from './0002-pictures-and-pacing.js';
import { up as checkInChain } from './0003-check-in-chain.js';
import { up as outboxItems } from './0004-outbox-items.js';
import { up as leases } from './0005-leases.js';
import { up as identities } from './0006-identities.js';
import { up as indexes } from './0007-indexes.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: firstTables },
  '0002-pictures-and-pacing': { up: picturesAndPacing },
  '0003-check-in-chain': { up: checkInChain },
  '0004-outbox-items': { up: outboxItems },
  '0005-leases': { up: leases },
  '0006-identities': { up: identities },
  '0007-indexes': { up: indexes },
};
