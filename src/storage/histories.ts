/** The whole history of a membership: what figures are counted from, days that were brought along included. */

import { joinDays, withBrought } from '../domain/brought-days.js';
import type { DayRules } from '../domain/day-rules.js';
import type { MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { listBroughtDays } from './brought-days.js';
import { listCheckInDays } from './check-ins.js';
import type { Tx } from './database.js';
import { readDayRules } from './day-rules.js';

export interface History {
  /** Days that count as days of check-in, oldest first. */
  readonly days: readonly LocalDay[];
  /** Those of them that came from another room. */
  readonly brought: ReadonlySet<LocalDay>;
  readonly rules: DayRules;
}

export async function readHistory(tx: Tx, key: MembershipKey): Promise<History> {
  const own = await listCheckInDays(tx, key);
  const rules = await readDayRules(tx, key);
  const brought = await listBroughtDays(tx, key);
  return {
    days: joinDays(own, brought),
    brought: new Set(brought.filter(({ isDone }) => isDone).map(({ day }) => day)),
    rules: withBrought(rules, brought, own),
  };
}
