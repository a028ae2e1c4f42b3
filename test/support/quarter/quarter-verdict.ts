/** All that is wrong at the end of a quarter, in words. */

import { cardFaults, orderFaults } from './card-verdict.js';
import { mannersFaults } from './manners-verdict.js';
import { classFaults, entitlementFaults, noticeFaults, offenceFaults } from './matter-verdict.js';
import { coreFaults, ledgerFaults, loanFaults, referralFaults, sourceFaults } from './people-verdict.js';
import { readQuarterRecords } from './quarter-records.js';
import type { Quarter } from './quarter.js';
import type { QuarterRecords } from './record-rows.js';
import { forgottenFaults, invitationFaults, removalFaults, roomFaults } from './room-verdict.js';
import { postFaults, slotFaults } from './slot-verdict.js';
import { mirrorFaults, tagFaults } from './tag-verdict.js';
import { tierFaults } from './tier-verdict.js';

export async function verdictOnQuarter(quarter: Quarter): Promise<string[]> {
  const records = await readQuarterRecords(quarter.url);
  return [
    ...quarter.stage.faults,
    ...bookFaults(quarter, records),
    ...mirrorFaults(quarter),
    ...invitationFaults(quarter),
    ...removalFaults(quarter),
    ...forgottenFaults(quarter),
    ...mannersFaults(quarter),
    ...postFaults(quarter),
    ...slotFaults(quarter, records),
  ];
}

/** What people have in their books, against the bot's tables: true at any time at which nothing is under way. */
export function bookFaults(quarter: Quarter, records: QuarterRecords): string[] {
  const against = [
    cardFaults,
    orderFaults,
    tagFaults,
    tierFaults,
    sourceFaults,
    loanFaults,
    coreFaults,
    referralFaults,
    ledgerFaults,
    roomFaults,
    entitlementFaults,
    classFaults,
    offenceFaults,
    noticeFaults,
  ];
  return against.flatMap((faultsOf) => faultsOf(quarter, records));
}
