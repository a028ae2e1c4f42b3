/** What a bot does whose account another process has taken over, and one that waits for its turn. */

import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { defineFeature } from '../../src/kit/feature.js';
import { Tenure } from '../../src/kit/tenure.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Database } from '../../src/storage/database.js';
import { acquireLease, LeaseLostError } from '../../src/storage/leases.js';
import { describePostgres } from '../support/dialects.js';
import { chatRoom, messageOf, openTestDatabase, startKitBot } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';
import { quietLog } from '../support/quiet-log.js';

const NOON = '2026-03-02T12:00:00+08:00';

async function openAccount(url: string) {
  const database = await openTestDatabase(url);
  const { id } = await database.transaction((tx) => findOrAddAccount(tx, 'kit', 0));
  return { database, id };
}

function tenureOf(database: Database, accountId: Parameters<typeof acquireLease>[1], owner: string): Tenure {
  const tenure = new Tenure({ database, accountId, owner, clock: new ManualClock(NOON), log: quietLog().log });
  onTestFinished(() => tenure.end());
  return tenure;
}

/** As when the owner has given no sign for long. */
async function expire(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`update account set lease_until = 0`.execute(tx);
  });
}

async function counts(database: Database) {
  return database.transaction(async (tx) => ({
    inbox: (await tx.selectFrom('inbox').selectAll().execute()).length,
    outbox: await tx.selectFrom('outbox').select(['state', 'body']).orderBy('id').execute(),
  }));
}

describePostgres('an account that is leased', (dialect) => {
  test('who lost it takes in nothing, plans nothing and sends nothing, and hears of it', async () => {
    const { database, id } = await openAccount(await dialect.freshUrl());
    const lease = tenureOf(database, id, 'first');
    expect(await lease.begin()).toBe(true);
    const kit = await startKitBot({ database, features: [defineFeature({ name: 'none' })], lease });
    const room = chatRoom('room');
    await kit.bot.receive(messageOf({ text: 'before', sentAt: kit.clock.now(), room }));
    await expire(database);
    await database.transaction((tx) => acquireLease(tx, id, 'second'));

    await kit.bot.receive(messageOf({ text: 'after', sentAt: kit.clock.now(), room }));

    await lease.lost;
    expect((await counts(database)).inbox).toBe(1);
    expect(kit.warnings()).toContain('left to who runs the account now');
    await kit.bot.plan();
    expect(kit.warnings()).toContain('planning could not go on, trying again at the next tick');
    await expect(kit.bot.sender.drain()).rejects.toThrow(LeaseLostError);
    expect(kit.gateway.sent).toEqual([]);
  });

  test('nothing is sent while nobody can be sure whose it is, and it is kept for later', async () => {
    const { database, id } = await openAccount(await dialect.freshUrl());
    const clock = new ManualClock(NOON);
    let sure = false;
    let asked = 0;
    // Asked before the message is chosen, and again right before the network.
    const lease = { check: () => {}, isHeld: () => sure && ++asked !== 2 };
    const kit = await startKitBot({ database, clock, features: [defineFeature({ name: 'none' })], lease });
    const room = await kit.addRoom('room', 'trial');
    await database.transaction(async (tx) => {
      await sql`
        insert into outbox (account_id, room_id, kind, priority, started, state, body, not_before, expires_at, created_at)
        values (${id}, ${room.id}, 'reply', 0, 0, 'planned', 'hello', 0, ${clock.now() + 1_000_000}, 0)`.execute(tx);
    });
    await kit.bot.sender.drain();
    expect((await counts(database)).outbox).toEqual([{ state: 'planned', body: 'hello' }]);

    sure = true;
    await kit.bot.sender.drain();

    expect(kit.warnings()).toEqual(['send failed']);
    expect(kit.gateway.sent).toMatchObject([{ text: 'hello' }]);
    expect((await counts(database)).outbox).toEqual([{ state: 'sent', body: 'hello' }]);
  });

  test('who waits says for whom, and for how long if nobody is behind that name any more', async () => {
    const { database, id } = await openAccount(await dialect.freshUrl());
    await database.transaction((tx) => acquireLease(tx, id, 'machine#12#ab', 20_000));
    const { log, lines } = quietLog();
    const waiting = new Tenure({ database, accountId: id, owner: 'second', clock: new ManualClock(NOON), log });
    expect(await waiting.begin()).toBe(false);

    await waiting.explainWaiting();

    const [line] = lines(30);
    expect(line).toMatchObject({ level: 30, owner: 'machine#12#ab' });
    expect(line?.msg).toMatch(/^another process runs this account: .* in (19|20) s if that process is gone$/);
  });

  test('a shorter lease is taken over sooner', async () => {
    const { database, id } = await openAccount(await dialect.freshUrl());
    const common = { database, accountId: id, clock: new ManualClock(NOON), log: quietLog().log, leaseMs: 600 };
    await database.transaction((tx) => acquireLease(tx, id, 'gone', 600));
    const next = new Tenure({ ...common, owner: 'next' });
    onTestFinished(() => next.end());

    expect(await next.begin()).toBe(false);
    expect(await next.wait(AbortSignal.timeout(10_000))).toBe(true);
  });

  test('who stands by takes over once it was given back, and may be told to wait no longer', async () => {
    const { database, id } = await openAccount(await dialect.freshUrl());
    const first = tenureOf(database, id, 'first');
    const second = tenureOf(database, id, 'second');
    const third = tenureOf(database, id, 'third');
    expect([await first.begin(), await second.begin()]).toEqual([true, false]);
    const ending = new AbortController();
    const [waiting, hopeless] = [second.wait(new AbortController().signal), third.wait(ending.signal)];
    expect([second.standsBy, first.isHeld(), second.isHeld()]).toEqual([true, true, false]);
    ending.abort();
    expect(await hopeless).toBe(false);

    await first.end();

    expect(await waiting).toBe(true);
    expect([second.standsBy, first.isHeld(), second.isHeld()]).toEqual([false, false, true]);
  });
});
