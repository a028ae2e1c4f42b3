import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../migrations/index.js';
import { defineFeature, defineListener, type Feature } from '../../src/kit/feature.js';
import { queueReply } from '../../src/kit/work.js';
import { type Committed, Database, type Tx } from '../../src/storage/database.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { openPostgres } from '../../src/storage/open-postgres.js';
import { openSqlite } from '../../src/storage/open-sqlite.js';
import { startCuttableProxy } from '../support/cuttable-proxy.js';
import { type Dialect, describeDialects } from '../support/dialects.js';
import { chatRoom, type KitBot, messageOf, startKitBot } from '../support/kit-bot.js';

const ROOM = '甲群';

/** Counts transactions, and may be told to be away for some of them. */
class WatchedDatabase extends Database {
  transactions = 0;
  readonly away: Error[] = [];

  override async commit<T>(work: (tx: Tx) => Promise<T>): Promise<Committed<T>> {
    this.transactions++;
    const error = this.away.shift();
    if (error) throw error;
    return super.commit(work);
  }
}

/** Says every line again, so that what was handled is seen in the outbox; breaks on `bang`. */
const parrot: Feature = defineFeature({
  name: 'parrot',
  listeners: [
    defineListener({
      name: 'parrot.repeat',
      on: 'message.received',
      async run(work) {
        if (!work.room) return;
        await queueReply(work, { roomId: work.room.id }, work.event.text);
        if (work.event.text === 'bang') throw new Error('The parrot fell off.');
      },
    }),
  ],
});

describeDialects('the intake', (dialect) => {
  async function start(url?: string) {
    const place = url ?? (await dialect.freshUrl());
    const database = new WatchedDatabase(engineAt(dialect, place));
    onTestFinished(() => database.close());
    await migrateToLatest(database, migrations);
    const kit = await startKitBot({ database, features: [parrot] });
    await kit.addRoom(ROOM, 'paid');
    return { kit, database };
  }

  test('a message that is delivered twice is handled once', async () => {
    const { kit } = await start();

    await Promise.all([kit.bot.receive(line(kit, '一', 'same')), kit.bot.receive(line(kit, '一', 'same'))]);
    await kit.bot.receive(line(kit, '一', 'same'));
    await kit.settle();

    expect(kit.sentTo(chatRoom(ROOM))).toEqual(['一']);
  });

  test('what arrives in one turn shares one transaction and keeps its order', async () => {
    const { kit, database } = await start();
    const texts = Array.from({ length: 20 }, (_, index) => `第${index}句`);
    const before = database.transactions;

    await Promise.all(texts.map((text) => kit.bot.receive(line(kit, text))));

    expect(database.transactions - before).toBe(1);
    await kit.settle();
    expect(kit.sentTo(chatRoom(ROOM))).toEqual(texts);
  });

  test('what arrives while a transaction runs waits for the next one, all together', async () => {
    const { kit, database } = await start();
    const before = database.transactions;

    const first = kit.bot.receive(line(kit, '先'));
    await Promise.resolve();
    const rest = ['后一', '后二', '后三'].map((text) => kit.bot.receive(line(kit, text)));
    await Promise.all([first, ...rest]);

    expect(database.transactions - before).toBeLessThanOrEqual(2);
    await kit.settle();
    expect(kit.sentTo(chatRoom(ROOM))).toEqual(['先', '后一', '后二', '后三']);
  });

  test('a flood is taken in several transactions, in order', async () => {
    const { kit, database } = await start();
    const texts = Array.from({ length: 200 }, (_, index) => String(index));
    const before = database.transactions;

    await Promise.all(texts.map((text) => kit.bot.receive(line(kit, text))));

    expect(database.transactions - before).toBeLessThanOrEqual(dialect.name === 'sqlite' ? 7 : 4);
    const rows = await database.transaction((tx) => tx.selectFrom('outbox').select('body').orderBy('id').execute());
    expect(rows.map((row) => row.body)).toEqual(texts);
  });

  test('a handler that fails loses what it wrote and harms none of its neighbours', async () => {
    const { kit } = await start();
    kit.expectFaults(1);

    await Promise.all(['左', 'bang', '右'].map((text) => kit.bot.receive(line(kit, text))));
    await kit.settle();

    expect(kit.sentTo(chatRoom(ROOM))).toEqual(['左', '右']);
  });

  test('an event that breaks its whole transaction is given up alone, and the log knows', async () => {
    const { kit } = await start();
    kit.expectFaults(1);
    const broken = { ...line(kit, '坏'), messageId: null as unknown as string };

    await Promise.all([kit.bot.receive(line(kit, '左')), kit.bot.receive(broken), kit.bot.receive(line(kit, '右'))]);
    await kit.settle();

    expect(kit.sentTo(chatRoom(ROOM))).toEqual(['左', '右']);
    expect(kit.warnings()).toContain('event could not be stored');
  });

  test('while the database is away events wait, and are taken in order when it is back', async () => {
    const { kit, database } = await start();
    database.away.push(refused(), refused());

    await Promise.all(['一', '二'].map((text) => kit.bot.receive(line(kit, text))));
    await kit.settle();

    expect(kit.sentTo(chatRoom(ROOM))).toEqual(['一', '二']);
    expect(kit.warnings()).toEqual(Array(2).fill('database unavailable, trying again'));
  });

  test('a bot that is told to stop does not wait for a database that is away', async () => {
    const { kit, database } = await start();
    kit.expectFaults(1);
    database.away.push(...Array.from({ length: 100 }, refused));

    const lost = kit.bot.receive(line(kit, '一'));
    await sleep(20);
    const began = performance.now();
    await kit.bot.intake.stop();
    await lost;
    database.away.length = 0;

    expect(performance.now() - began).toBeLessThan(1_500);
  });
});

describeDialects('a database that goes away in the middle', (dialect) => {
  test('costs no event, be it between two transactions or within one', async () => {
    const { url, interrupt } = await interruptible(dialect);
    const database = openDatabase(url);
    onTestFinished(() => database.close());
    await migrateToLatest(database, migrations);
    const plan = { within: false };
    const kit = await startKitBot({ database, features: [interrupterOf(plan, interrupt), parrot] });
    await kit.addRoom(ROOM, 'paid');

    plan.within = true;
    await Promise.all(['一', '二'].map((text) => kit.bot.receive(line(kit, text))));
    interrupt();
    await kit.bot.receive(line(kit, '三'));
    await kit.settle();

    expect(kit.sentTo(chatRoom(ROOM))).toEqual(['一', '二', '三']);
  });
});

const INTERRUPTED_MS = 300;

/** PostgreSQL: the wire is cut. SQLite: another program holds the file. */
async function interruptible(dialect: Dialect): Promise<{ readonly url: string; readonly interrupt: () => void }> {
  const url = await dialect.freshUrl();
  if (dialect.name === 'sqlite') return { url, interrupt: () => holdFile(url.replace('file:', '')) };
  const proxy = await startCuttableProxy(url);
  const through = new URL(url);
  through.host = new URL(proxy.url).host;
  const interrupt = (): void => {
    proxy.cut();
    setTimeout(() => proxy.mend(), INTERRUPTED_MS);
  };
  return { url: through.href, interrupt };
}

function holdFile(path: string): void {
  const other = new BetterSqlite3(path, { timeout: 0 });
  try {
    other.exec('begin immediate');
  } catch {
    // A transaction of the bot is open: nothing but itself can hold the file now.
  }
  setTimeout(() => other.close(), INTERRUPTED_MS);
}

function interrupterOf(plan: { within: boolean }, interrupt: () => void): Feature {
  const interrupter = defineListener({
    name: 'interrupter.interrupt',
    on: 'message.received',
    async run({ tx }) {
      if (!plan.within) return;
      plan.within = false;
      interrupt();
      await tx.selectFrom('account').select('id').execute();
    },
  });
  return defineFeature({ name: 'interrupter', listeners: [interrupter] });
}

function engineAt(dialect: Dialect, url: string) {
  return dialect.name === 'sqlite' ? openSqlite(url.replace('file:', '')) : openPostgres(url, () => {});
}

function line({ clock }: KitBot, text: string, messageId?: string) {
  return messageOf({ text, room: chatRoom(ROOM), sentAt: clock.now(), ...(messageId && { messageId }) });
}

function refused(): Error {
  return Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
}
