import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { AccountId } from '../../src/domain/ids.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Database } from '../../src/storage/database.js';
import { acquireLease, releaseLease } from '../../src/storage/leases.js';
import { saveAccountPuppet } from '../../src/storage/worker-accounts.js';
import { balanceShare, deleteWorker } from '../../src/storage/worker-shares.js';
import { describePostgres } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

class TestWorker {
  readonly #database: Database;
  readonly #id: string;
  readonly #most: number;
  readonly #fences = new Map<AccountId, number>();
  canRun: (name: string) => boolean = () => true;
  left = 0;

  constructor(database: Database, id: string, most = 100) {
    this.#database = database;
    this.#id = id;
    this.#most = most;
  }

  get held(): number {
    return this.#fences.size;
  }

  /** Gives back what is beyond its share at once. */
  async look(): Promise<void> {
    const worker = {
      id: this.#id,
      most: this.#most,
      running: new Set(this.#fences.keys()),
      canRun: ({ name }: { readonly name: string }) => this.canRun(name),
    };
    const { taken, surplus, left } = await this.#database.transaction((tx) => balanceShare(tx, worker));
    this.left = left;
    for (const { id, fence } of taken) this.#fences.set(id, fence);
    for (const id of surplus) await this.#giveBack(id);
  }

  async leave(): Promise<void> {
    for (const id of this.#fences.keys()) await this.#giveBack(id);
    await this.#database.transaction((tx) => deleteWorker(tx, this.#id));
  }

  /** Its bots are gone, and it could not say so. */
  forget(): void {
    this.#fences.clear();
  }

  async #giveBack(accountId: AccountId): Promise<void> {
    const fence = this.#fences.get(accountId) ?? 0;
    this.#fences.delete(accountId);
    await this.#database.transaction((tx) => releaseLease(tx, { accountId, owner: this.#id, fence }));
  }
}

async function openAccounts(url: string, count: number): Promise<Database> {
  const database = await openTestDatabase(url);
  for (let account = 0; account < count; account++) {
    await database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, `account-${account}`, 0);
      await saveAccountPuppet(tx, id, { name: 'puppet', options: {} });
    });
  }
  return database;
}

async function inRounds(rounds: number, ...workers: readonly TestWorker[]): Promise<number[]> {
  for (let round = 0; round < rounds; round++) for (const worker of workers) await worker.look();
  return workers.map(({ held }) => held);
}

async function passLeases(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`update account set lease_until = 0`.execute(tx);
    await sql`update worker set seen_at = 0`.execute(tx);
  });
}

describePostgres('shares of workers', (dialect) => {
  test('three that come one after another end up with fair shares of seven accounts', async () => {
    const database = await openAccounts(await dialect.freshUrl(), 7);
    const [a, b, c] = [new TestWorker(database, 'a'), new TestWorker(database, 'b'), new TestWorker(database, 'c')];

    expect(await inRounds(1, a)).toEqual([7]);
    expect((await inRounds(3, a, b)).toSorted((one, other) => one - other)).toEqual([3, 4]);
    const shares = await inRounds(4, a, b, c);

    expect(Math.max(...shares)).toBe(3);
    expect(shares.reduce((sum, share) => sum + share)).toBe(7);
    expect(await inRounds(3, a, b, c)).toEqual(shares);
  });

  test('all of them at once never hold an account twice', async () => {
    const database = await openAccounts(await dialect.freshUrl(), 9);
    const workers = ['a', 'b', 'c'].map((id) => new TestWorker(database, id));

    for (let round = 0; round < 6; round++) await Promise.all(workers.map((worker) => worker.look()));

    const shares = workers.map(({ held }) => held);
    expect(shares).toEqual([3, 3, 3]);
  });

  test('one that leaves is replaced at once, one that falls silent when its leases have run out', async () => {
    const database = await openAccounts(await dialect.freshUrl(), 4);
    const [a, b] = [new TestWorker(database, 'a'), new TestWorker(database, 'b')];
    expect(await inRounds(3, a, b)).toEqual([2, 2]);

    await b.leave();
    expect(await inRounds(1, a)).toEqual([4]);

    const c = new TestWorker(database, 'c');
    expect(await inRounds(1, c)).toEqual([0]);
    await passLeases(database);
    expect(await inRounds(1, c)).toEqual([4]);
  });

  test('none runs more than it may, or what it cannot, and the rest is counted', async () => {
    const database = await openAccounts(await dialect.freshUrl(), 5);
    const a = new TestWorker(database, 'a', 3);
    const b = new TestWorker(database, 'b', 3);
    b.canRun = (name) => name !== 'account-4';

    expect(await inRounds(2, a)).toEqual([3]);
    expect(a.left).toBe(2);
    expect(await inRounds(2, a, b)).toEqual([3, 1]);
    expect(b.left).toBe(1);
  });

  test('what its own bot left behind without a word is taken again', async () => {
    const database = await openAccounts(await dialect.freshUrl(), 1);
    const a = new TestWorker(database, 'a');
    await a.look();
    a.forget();
    expect(await inRounds(1, a)).toEqual([0]);

    await passLeases(database);

    expect(await inRounds(1, a)).toEqual([1]);
  });

  test('accounts without a puppet are left to npm start', async () => {
    const database = await openAccounts(await dialect.freshUrl(), 1);
    const { id } = await database.transaction((tx) => findOrAddAccount(tx, 'by hand', 0));
    const a = new TestWorker(database, 'a');

    await a.look();

    expect(a.held).toBe(1);
    expect(await database.transaction((tx) => acquireLease(tx, id, 'npm start'))).toBe(1);
  });
});
