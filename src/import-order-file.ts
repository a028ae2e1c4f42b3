/** Takes over the orders in a file: all of them in one transaction, or none. */

import * as copy from './copy/zh-cn/order-import.js';
import { localDayOf } from './domain/local-time.js';
import { readOrderList } from './domain/order-list.js';
import { CAREFUL_PACING, SIMULATED_PACING } from './domain/pacing.js';
import { DEFAULT_SETTINGS } from './domain/room.js';
import { features } from './features.js';
import { Catalogue } from './kit/catalogue.js';
import { examineOrders, importOrders } from './kit/import-orders.js';
import { startWork } from './kit/work.js';
import { readTableFile } from './order-file.js';
import type { Clock } from './ports/clock.js';
import { noPictures } from './ports/picture-shelf.js';
import { findOrAddAccount } from './storage/accounts.js';
import type { Database } from './storage/database.js';

interface Target {
  readonly database: Database;
  readonly clock: Clock;
  readonly accountName: string;
  readonly pacing: 'careful' | 'simulated';
}

interface How {
  readonly dryRun: boolean;
  /** Rows that are wrong are left out; else nothing is written where one is. */
  readonly skipBad: boolean;
}

/** `ok` is false where something was wrong and nothing was written. */
export async function importOrderFile(
  { database, clock, accountName, pacing }: Target,
  path: string,
  { dryRun, skipBad }: How,
): Promise<{ readonly report: string; readonly ok: boolean }> {
  const rows = await readTableFile(path);
  const parts = {
    pacing: pacing === 'careful' ? CAREFUL_PACING : SIMULATED_PACING,
    catalogue: new Catalogue(features),
    pictures: noPictures,
  };
  return database.transaction(async (tx) => {
    const now = clock.now();
    const work = startWork(parts, tx, await findOrAddAccount(tx, accountName, now), now);
    const list = readOrderList(rows, copy.listWords, localDayOf(now, DEFAULT_SETTINGS.zone));
    const { fresh, known, faults } = await examineOrders(work, list);
    const report = copy.wholeReport({ fresh: fresh.length, known, faults });
    const isStopped = dryRun || (faults.length > 0 && !skipBad);
    if (isStopped) return { report: `${report}\n${copy.notWritten(dryRun)}`, ok: faults.length === 0 };
    const orders = await importOrders(work, fresh, null);
    return { report: `${report}\n${copy.ordersWritten(orders.length, faults.length)}`, ok: true };
  });
}
