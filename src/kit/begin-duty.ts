/** What a process does before it first connects the account that it runs. */

import type { Clock } from '../ports/clock.js';
import { findOrAddAccount } from '../storage/accounts.js';
import type { Database } from '../storage/database.js';
import { markBegun } from '../storage/outages.js';
import { appointAllClosings } from './close-day.js';
import { appointAllDailies } from './daily.js';
import { startWork, type WorkParts } from './work.js';

export interface DutyOptions extends WorkParts {
  readonly database: Database;
  readonly accountName: string;
  readonly clock: Clock;
}

/** Notes since when nobody ran the account, and plans what was not planned by an earlier version. */
export async function beginDuty(options: DutyOptions): Promise<void> {
  await options.database.transaction(async (tx) => {
    const now = options.clock.now();
    const account = await findOrAddAccount(tx, options.accountName, now);
    await markBegun(tx, account.id);
    const work = startWork(options, tx, account, now);
    await appointAllClosings(work);
    await appointAllDailies(work);
  });
}
