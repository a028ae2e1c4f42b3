import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Account, findOrAddAccount, readAccount } from '../../src/storage/accounts.js';
import type { Database } from '../../src/storage/database.js';
import { acquireLease, type Holding, releaseLease, renewLease } from '../../src/storage/leases.js';
import { describePostgres } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const RACES = 1_000;

interface Scene {
  readonly database: Database;
  readonly account: Account;
  take(owner: string): Promise<number | undefined>;
  give(holding: Omit<Holding, 'accountId'>): Promise<void>;
  /** As when the owner has given no sign for long. */
  expire(): Promise<void>;
}

async function openScene(url: string): Promise<Scene> {
  const database = await openTestDatabase(url);
  const account = await database.transaction((tx) => findOrAddAccount(tx, 'one', NOW));
  return {
    database,
    account,
    take: (owner) => database.transaction((tx) => acquireLease(tx, account.id, owner)),
    give: (holding) => database.transaction((tx) => releaseLease(tx, { ...holding, accountId: account.id })),
    expire: () =>
      database.transaction(async (tx) => {
        await sql`update account set lease_until = 0`.execute(tx);
      }),
  };
}

describePostgres('a lease', (dialect) => {
  test(`of ${RACES} races between two each has one winner, and fences only grow`, { timeout: 120_000 }, async () => {
    const { take, give } = await openScene(await dialect.freshUrl());
    const winners = { left: 0, right: 0 };
    let highest = 0;

    for (let race = 0; race < RACES; race++) {
      const [left, right] = await Promise.all([take('left'), take('right')]);
      const fence = left ?? right ?? 0;
      expect([left, right].filter((one) => one !== undefined)).toEqual([fence]);
      expect(fence).toBe(highest + 1);
      highest = fence;
      const owner = left === undefined ? 'right' : 'left';
      winners[owner] += 1;
      await give({ owner, fence });
    }

    expect(winners.left + winners.right).toBe(RACES);
  });

  test('one that ran out has one winner among many, and its owner cannot renew it any more', async () => {
    const { database, account, take, expire } = await openScene(await dialect.freshUrl());
    const fence = (await take('first')) ?? 0;
    await expire();

    const fences = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((owner) => take(owner)));

    expect(fences.filter((one) => one !== undefined)).toEqual([fence + 1]);
    const first: Holding = { accountId: account.id, owner: 'first', fence };
    expect(await database.transaction((tx) => renewLease(tx, first))).toBe(false);
    await database.transaction((tx) => releaseLease(tx, first));
    expect(await take('late')).toBeUndefined();
  });

  test('one that ran out and that nobody wanted is renewed', async () => {
    const { database, account, take, expire } = await openScene(await dialect.freshUrl());
    const fence = (await take('first')) ?? 0;
    await expire();

    expect(await database.transaction((tx) => renewLease(tx, { accountId: account.id, owner: 'first', fence }))).toBe(
      true,
    );

    expect(await take('second')).toBeUndefined();
    expect(await database.transaction((tx) => readAccount(tx, account.id))).toMatchObject({ fence });
  });

  test('one that is given back is free at once', async () => {
    const { take, give } = await openScene(await dialect.freshUrl());
    const fence = (await take('first')) ?? 0;
    await give({ owner: 'first', fence });

    expect(await take('second')).toBe(fence + 1);
  });
});
