/** The migrations, in order. A file not listed here does not exist; one that has landed is never edited. */

import type { Migration } from 'kysely';
import { up as firstTables } from './0001-first-tables.js';
import { up as picturesAndPacing } from './0002-pictures-and-pacing.js';
import { up as checkInChain } from './0003-check-in-chain.js';
import { up as outboxItems } from './0004-outbox-items.js';
import { up as leases } from './0005-leases.js';
import { up as identities } from './0006-identities.js';
import { up as indexes } from './0007-indexes.js';
import { up as cards } from './0008-cards.js';
import { up as actions } from './0009-actions.js';
import { up as ledgerRefs } from './0010-ledger-refs.js';
import { up as attendance } from './0011-attendance.js';
import { up as campsAndChainLists } from './0013-camps-and-chain-lists.js';
import { up as giftsAndCodes } from './0014-gifts-and-codes.js';
import { up as activities } from './0015-activities.js';
import { up as graphics } from './0016-graphics.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: firstTables },
  '0002-pictures-and-pacing': { up: picturesAndPacing },
  '0003-check-in-chain': { up: checkInChain },
  '0004-outbox-items': { up: outboxItems },
  '0005-leases': { up: leases },
  '0006-identities': { up: identities },
  '0007-indexes': { up: indexes },
  '0008-cards': { up: cards },
  '0009-actions': { up: actions },
  '0010-ledger-refs': { up: ledgerRefs },
  '0011-attendance': { up: attendance },
  '0013-camps-and-chain-lists': { up: campsAndChainLists },
  '0014-gifts-and-codes': { up: giftsAndCodes },
  '0015-activities': { up: activities },
  '0016-graphics': { up: graphics },
};
