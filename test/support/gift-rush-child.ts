/** Members who all want the same gift, in a process of their own: each asks once, eight at a time. Told by its argument. */

import { redeemGift } from '../../src/features/gifts/redeem.js';
import { RefusedError } from '../../src/kit/refused-error.js';
import { listGifts } from '../../src/storage/gifts.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { dieAt, watchDrivers } from './faults/fatal-boundary.js';
import type { RushOrder } from './gift-rush.js';

const AT_ONCE = 8;

const order = JSON.parse(process.argv[2] ?? '') as RushOrder;
if (order.dieAt !== undefined) watchDrivers();
const database = openDatabase(order.url);
const gift = await database.transaction(async (tx) => {
  const [only] = await listGifts(tx, order.accountId, order.roomId);
  if (!only) throw new Error('There is nothing to rush for.');
  return only;
});
if (order.dieAt !== undefined) dieAt(order.dieAt);
const waiting = [...order.memberIds];
const lanes = database.dialect === 'sqlite' ? 1 : AT_ONCE;
await Promise.all(Array.from({ length: lanes }, () => rush()));
await database.close();

async function rush(): Promise<void> {
  for (let memberId = waiting.shift(); memberId !== undefined; memberId = waiting.shift()) {
    const key = { roomId: order.roomId, memberId };
    const moment = { now: order.now, today: order.today };
    const outcome = await database
      .transaction(async (tx) => redeemGift(tx, key, { gift, quantity: 1 }, moment))
      .then(() => 'redeemed', told);
    process.stdout.write(`${memberId} ${outcome}\n`);
  }
}

function told(error: unknown): string {
  if (error instanceof RefusedError) return error.refusal.code;
  throw error;
}
