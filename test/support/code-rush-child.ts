/** Members who all type codes, in a process of their own: each tries one, eight at a time. Told by its argument. */

import { activateCode } from '../../src/features/cards/activate-code.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { rushCode, rushWork } from './code-rush.js';
import type { RushOrder } from './gift-rush.js';

const AT_ONCE = 8;

const order = JSON.parse(process.argv[2] ?? '') as RushOrder;
const database = openDatabase(order.url);
const waiting = order.memberIds.map((memberId, index) => ({ memberId, code: rushCode(index) }));
const lanes = database.dialect === 'sqlite' ? 1 : AT_ONCE;
await Promise.all(Array.from({ length: lanes }, () => rush()));
await database.close();

async function rush(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { memberId, code } = next;
    const paid = await database.transaction(async (tx) => {
      const work = await rushWork(tx, order.now);
      return activateCode(work, { memberId, code, today: order.today });
    });
    process.stdout.write(`${memberId} ${paid === undefined ? 'refused' : 'activated'}\n`);
  }
}
