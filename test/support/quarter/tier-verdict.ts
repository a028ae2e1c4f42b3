/** Where the books have everybody on the ladder, against the bot's rows. */

import { differences } from './difference.js';
import type { Quarter } from './quarter.js';
import type { QuarterRecords } from './record-rows.js';
import { LADDER, type Standing } from './tier-book.js';

export function tierFaults({ tiers, town }: Quarter, records: QuarterRecords): string[] {
  const found = new Map(records.tiers.map(({ who, tier, how, below }) => [who, [tier, how, below].join()]));
  const all = town.people.map(({ platformId }) => platformId);
  const newcomer = sayStanding({ rung: 0, byHand: false, belowSince: null, declined: null });
  return differences(
    'the tier',
    new Map(all.map((who) => [who, sayStanding(tiers.of(who))])),
    new Map(all.map((who) => [who, found.get(who) ?? newcomer])),
  );
}

function sayStanding({ rung, byHand, belowSince }: Standing): string {
  return [LADDER[rung]?.code, byHand ? 'manual' : 'rule', belowSince].join();
}
