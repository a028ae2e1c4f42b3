/** Hints through a real pg-boss on a real PostgreSQL: part of our transactions, and never their end. */

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { AccountId } from '../../src/domain/ids.js';
import type { WakeUp } from '../../src/ports/wake-ups.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Database } from '../../src/storage/database.js';
import { PgBossWakeUps } from '../../src/storage/pg-boss-wake-ups.js';
import { readRows } from '../support/bot-records.js';
import { describePostgres } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';
import { quietLog } from '../support/quiet-log.js';
import { until } from '../support/until.js';

const NOON = '2031-03-04T12:00:00+08:00';
const LONG_MS = 30_000;
const ACCOUNT = 1 as AccountId;

interface Job {
  readonly state: string;
  readonly data: WakeUp;
}

async function open(url: string) {
  const database = await openTestDatabase(url);
  const clock = new ManualClock(NOON);
  const { log, lines } = quietLog();
  const heard: WakeUp[] = [];
  const wakeUps = new PgBossWakeUps({ url, accountId: ACCOUNT, clock, log });
  onTestFinished(() => wakeUps.stop());
  wakeUps.start((wakeUp) => heard.push(wakeUp));
  await until('pg-boss has started, and the rows are looked at', () => heard.length === 1, LONG_MS);
  expect(heard.splice(0)).toMatchObject([{ kind: 'plan', accountId: ACCOUNT }]);
  return { database, clock, wakeUps, heard, warnings: () => lines(40).map(({ msg }) => msg) };
}

function jobs(url: string): Promise<Job[]> {
  return readRows<Job>(url, `select state, data from pgboss.job where name = 'account-1' order by start_after`);
}

function addAccount(database: Database, name: string) {
  return database.transaction((tx) => findOrAddAccount(tx, name, 0));
}

describePostgres('wake-ups through pg-boss', (dialect) => {
  test(
    'one is heard once its transaction is committed, about when it was asked for',
    { timeout: LONG_MS },
    async () => {
      const url = await dialect.freshUrl();
      const { database, clock, wakeUps, heard } = await open(url);
      const now: WakeUp = { kind: 'send', accountId: ACCOUNT, at: clock.now() };
      const soon: WakeUp = { kind: 'plan', accountId: ACCOUNT, at: clock.now() + 3_000 };
      const began = performance.now();

      await database.transaction(async (tx) => {
        for (const wakeUp of [soon, now, now, soon]) await wakeUps.ask(tx, wakeUp);
      });

      expect(await jobs(url)).toHaveLength(2);
      await until('the first is heard', () => heard.length === 1, LONG_MS);
      expect(heard).toEqual([now]);
      await until('the second is heard', () => heard.length === 2, LONG_MS);
      expect(heard).toEqual([now, soon]);
      expect(performance.now() - began).toBeGreaterThan(2_500);
    },
  );

  test('a transaction that is undone asks for nothing', { timeout: LONG_MS }, async () => {
    const url = await dialect.freshUrl();
    const { database, clock, wakeUps, heard } = await open(url);
    const undone = database.transaction(async (tx) => {
      await wakeUps.ask(tx, { kind: 'send', accountId: ACCOUNT, at: clock.now() });
      throw new Error('undone');
    });

    await expect(undone).rejects.toThrow('undone');
    await sleep(2_000);

    expect(await jobs(url)).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('a pg-boss that cannot take it undoes nothing of ours', { timeout: LONG_MS }, async () => {
    const url = await dialect.freshUrl();
    const { database, clock, wakeUps, warnings } = await open(url);
    await readRows(url, 'alter schema pgboss rename to gone');

    await database.transaction(async (tx) => {
      await findOrAddAccount(tx, 'kept', 0);
      await wakeUps.ask(tx, { kind: 'send', accountId: ACCOUNT, at: clock.now() });
      await findOrAddAccount(tx, 'kept too', 0);
    });

    expect(await readRows(url, 'select name from account order by id')).toEqual([
      { name: 'kept' },
      { name: 'kept too' },
    ]);
    expect(warnings()).toContain('a wake-up could not be asked for');
  });

  test('it outlives the loss of all its connections', { timeout: LONG_MS }, async () => {
    const url = await dialect.freshUrl();
    const { database, clock, wakeUps, heard } = await open(url);
    await addAccount(database, 'one');

    await readRows(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await sleep(500);
    await database.transaction((tx) => wakeUps.ask(tx, { kind: 'send', accountId: ACCOUNT, at: clock.now() }));

    await until('it is heard', () => heard.length === 1, LONG_MS);
  });

  test('without it nothing is asked for and nothing fails', async () => {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const { log } = quietLog();
    const wakeUps = new PgBossWakeUps({ url, accountId: ACCOUNT, clock: new ManualClock(NOON), log });

    await database.transaction((tx) => wakeUps.ask(tx, { kind: 'send', accountId: ACCOUNT, at: 0 }));
    await wakeUps.stop();

    expect(await readRows(url, `select 1 from information_schema.schemata where schema_name = 'pgboss'`)).toEqual([]);
  });
});
