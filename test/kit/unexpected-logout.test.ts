import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../migrations/index.js';
import { PRIORITY } from '../../src/domain/outbox.js';
import { SendError } from '../../src/ports/chat-gateway.js';
import { Database, type Tx } from '../../src/storage/database.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openPostgres } from '../../src/storage/open-postgres.js';
import { openSqlite } from '../../src/storage/open-sqlite.js';
import { appendOutbox } from '../../src/storage/outbox.js';
import type { Room } from '../../src/storage/rooms.js';
import { describeDialects } from '../support/dialects.js';
import { chatRoom, type KitBot, openTestDatabase, startKitBot } from '../support/kit-bot.js';
import { RecordingAlerter } from '../support/recording-alerter.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SELF = { platformId: 'wx-bot', name: '机器人' };
const LOGGED_OUT = { state: 'offline', reason: 'WeChat logged the account out.', loggedOut: true } as const;
const LOST = { state: 'offline', reason: 'The puppet gave no sign of life.' } as const;

async function queue(kit: KitBot, room: Room, body: string, started: boolean): Promise<void> {
  await kit.database.transaction(async (tx) => {
    const now = kit.clock.now();
    await appendOutbox(tx, {
      accountId: (await kit.account(tx)).id,
      to: { roomId: room.id },
      kind: started ? 'campaign' : 'reply',
      priority: started ? PRIORITY.paid : PRIORITY.reply,
      started,
      body,
      notBefore: now,
      expiresAt: now + 24 * HOUR,
      createdAt: now,
    });
  });
}

/** Away for as many transactions as a test says. */
class FailingDatabase extends Database {
  failures = 0;

  override async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.failures-- > 0) throw new Error('The disk is full.');
    return super.transaction(work);
  }
}

async function openFailingDatabase(url: string): Promise<FailingDatabase> {
  const database = new FailingDatabase(
    url.startsWith('file:') ? openSqlite(url.slice('file:'.length)) : openPostgres(url, () => {}),
  );
  onTestFinished(() => database.close());
  await migrateToLatest(database, migrations);
  return database;
}

async function stopOf(kit: KitBot) {
  return kit.database.transaction(async (tx) => {
    const { stoppedUntil, stopReason } = await kit.account(tx);
    return { stoppedUntil, stopReason };
  });
}

describeDialects('an unexpected logout', (dialect) => {
  async function start() {
    const database = await openFailingDatabase(await dialect.freshUrl());
    const alerter = new RecordingAlerter();
    const kit = await startKitBot({ database, features: [], alerter });
    const room = await kit.addRoom('甲群', 'paid');
    kit.bot.noteConnection({ state: 'online', self: SELF });
    return { kit, room, alerter, database, chat: chatRoom('甲群') };
  }

  async function logOut(kit: KitBot, alerter: RecordingAlerter): Promise<void> {
    const { length } = alerter.alerts;
    kit.bot.noteConnection(LOGGED_OUT);
    await expect.poll(() => alerter.alerts.length).toBe(length + 1);
  }

  test('stops what the bot starts for two hours, answers go on', async () => {
    const { kit, room, chat, alerter } = await start();
    kit.expectFaults(1);
    const until = kit.clock.now() + 2 * HOUR;

    await logOut(kit, alerter);
    kit.bot.noteConnection({ state: 'online', self: SELF });
    await queue(kit, room, '通知', true);
    await queue(kit, room, '回答', false);
    await kit.bot.sender.drain();

    expect(await stopOf(kit)).toEqual({ stoppedUntil: until, stopReason: 'logout' });
    expect(kit.sentTo(chat)).toEqual(['回答']);
    kit.clock.advance(2 * HOUR);
    await kit.bot.sender.drain();
    expect(kit.sentTo(chat)).toEqual(['回答', '通知']);
  });

  test('tells a person once, with how much waits, and outlives a restart', async () => {
    const { kit, room, alerter } = await start();
    kit.expectFaults(2);
    await queue(kit, room, '通知', true);
    const at = kit.clock.now();

    await logOut(kit, alerter);
    kit.bot.noteConnection({ state: 'online', self: SELF });
    kit.clock.advance(40 * MINUTE);
    kit.bot.noteConnection(LOGGED_OUT);
    await kit.bot.stop();
    const next = await startKitBot({ database: kit.database, features: [], clock: kit.clock, alerter });
    await next.bot.sender.drain();

    expect(alerter.alerts.map(({ text }) => JSON.parse(text) as unknown)).toEqual([
      { kind: 'logout', at, until: at + 2 * HOUR, waiting: 1, due: 0 },
    ]);
    expect(await stopOf(next)).toEqual({ stoppedUntil: kit.clock.now() + 2 * HOUR, stopReason: 'logout' });
    expect(next.gateway.sent).toEqual([]);
  });

  test('a lost connection, a code to scan after it, and the first login stop nothing', async () => {
    const { kit, alerter } = await start();

    kit.bot.noteConnection(LOST);
    kit.bot.noteConnection({ state: 'connecting' });
    kit.bot.noteConnection({ state: 'scan', qrCode: 'code' });
    kit.bot.noteConnection({ state: 'online', self: SELF });
    kit.bot.noteConnection({ state: 'stopped' });
    await kit.bot.stop();

    expect(await stopOf(kit)).toEqual({ stoppedUntil: null, stopReason: null });
    expect(alerter.alerts).toEqual([]);
  });

  test('while the database is away the stop is tried again, until it is stored or the bot ends', async () => {
    const { kit, database, alerter } = await start();
    kit.expectFaults(2);
    database.failures = 2;
    await logOut(kit, alerter);
    expect((await stopOf(kit)).stopReason).toBe('logout');

    database.failures = Infinity;
    kit.bot.noteConnection(LOGGED_OUT);
    const began = performance.now();
    await kit.bot.stop();
    database.failures = 0;

    expect(performance.now() - began).toBeLessThan(1_500);
    expect(kit.warnings()).toContain('a logout could not be noted');
  });

  test('throttling and three failures tell a person too, each once', async () => {
    const { kit, room, alerter } = await start();
    kit.expectFaults(3);
    const fail = (outcome: 'not-sent' | 'unknown', trouble: 'throttled' | 'other') => () => {
      throw new SendError(outcome, trouble, 'No.');
    };

    kit.gateway.duringSend = fail('unknown', 'other');
    for (const body of ['一', '二', '三', '四', '五', '六']) await queue(kit, room, body, false);
    await kit.bot.sender.drain();
    kit.clock.advance(3 * HOUR);
    kit.gateway.duringSend = fail('unknown', 'throttled');
    await queue(kit, room, '七', false);
    await kit.bot.sender.drain();

    expect(alerter.kinds).toEqual(['failures', 'throttled']);
  });

  test('an alerter that throws harms nothing', async () => {
    const database = await openTestDatabase(await dialect.freshUrl());
    const alerter = {
      alert() {
        throw new Error('no way out');
      },
    };
    const kit = await startKitBot({ database, features: [], alerter });
    kit.expectFaults(2);

    kit.bot.noteConnection(LOGGED_OUT);
    await kit.bot.stop();

    expect((await stopOf(kit)).stopReason).toBe('logout');
  });
});
