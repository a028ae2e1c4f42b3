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
import { up as errandsAndTodos } from './0017-errands-and-todos.js';
import { up as ordersAndCards } from './0018-orders-and-cards.js';
import { up as tagsAndTiers } from './0019-tags-and-tiers.js';
import { up as quickChecks } from './0020-quick-checks.js';
import { up as trialsAndSources } from './0021-trials-and-sources.js';
import { up as moves } from './0022-moves.js';
import { up as coreUsers } from './0023-core-users.js';
import { up as moderation } from './0024-moderation.js';
import { up as questionsAndTickets } from './0025-questions-and-tickets.js';
import { up as trialRecords } from './0026-trial-records.js';
import { up as keptCodes } from './0027-kept-codes.js';
import { up as narrowIndexes } from './0028-narrow-indexes.js';

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
  '0017-errands-and-todos': { up: errandsAndTodos },
  '0018-orders-and-cards': { up: ordersAndCards },
  '0019-tags-and-tiers': { up: tagsAndTiers },
  '0020-quick-checks': { up: quickChecks },
  '0021-trials-and-sources': { up: trialsAndSources },
  '0022-moves': { up: moves },
  '0023-core-users': { up: coreUsers },
  '0024-moderation': { up: moderation },
  '0025-questions-and-tickets': { up: questionsAndTickets },
  '0026-trial-records': { up: trialRecords },
  '0027-kept-codes': { up: keptCodes },
  '0028-narrow-indexes': { up: narrowIndexes },
};
