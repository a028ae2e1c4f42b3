/** Members who all want the same of a flash sale, in a process of their own: each asks once, eight at a time. */

import { sellOne } from '../../src/features/flash-sales/sell-one.js';
import { findLastFlashSale } from '../../src/storage/flash-sales.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { dieAt, watchDrivers } from './faults/fatal-boundary.js';
import type { RushOrder } from './gift-rush.js';

const AT_ONCE = 8;

const order = JSON.parse(process.argv[2] ?? '') as RushOrder;
if (order.dieAt !== undefined) watchDrivers();
const database = openDatabase(order.url);
await database.transaction((tx) => findLastFlashSale(tx, order.roomId));
if (order.dieAt !== undefined) dieAt(order.dieAt);
const waiting = [...order.memberIds];
const lanes = database.dialect === 'sqlite' ? 1 : AT_ONCE;
await Promise.all(Array.from({ length: lanes }, () => rush()));
await database.close();

async function rush(): Promise<void> {
  for (let memberId = waiting.shift(); memberId !== undefined; memberId = waiting.shift()) {
    const key = { roomId: order.roomId, memberId };
    const moment = { now: order.now, sentAt: order.now, today: order.today };
    const { became } = await database.transaction(async (tx) => {
      const sale = await findLastFlashSale(tx, order.roomId);
      if (!sale) throw new Error('There is nothing to rush for.');
      return sellOne(tx, key, sale, moment);
    });
    process.stdout.write(`${memberId} ${became}\n`);
  }
}
