import { expect, test } from 'vitest';
import { CAREFUL_PACING, type Pacing } from '../../src/domain/pacing.js';
import { queueItem } from '../../src/kit/collect-item.js';
import { defineFeature, defineMergedReply } from '../../src/kit/feature.js';
import { startWork } from '../../src/kit/work.js';
import { SendError } from '../../src/ports/chat-gateway.js';
import { noPictures } from '../../src/ports/picture-shelf.js';
import { readRoom, type Room } from '../../src/storage/rooms.js';
import { describeDialects } from '../support/dialects.js';
import { chatRoom, type KitBot, NO_PAUSES, openTestDatabase, startKitBot } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LIFETIME = 12 * HOUR;
/** Only the gathering is careful. */
const GATHERING: Pacing = { ...CAREFUL_PACING, minGap: 0, maxGap: 0, perMinute: 1_000, perDay: 10_000 };

const feature = defineFeature({
  name: 'collected',
  mergedReplies: [
    defineMergedReply<string>({ kind: 'ack', pace: 'acknowledgement', compose: (items) => `✅ ${items.join('、')}` }),
    defineMergedReply<string>({ kind: 'note', pace: 'plain', compose: (items) => `📌 ${items.join('、')}` }),
    defineMergedReply<string>({
      kind: 'torn',
      pace: 'plain',
      compose() {
        throw new Error('No words come.');
      },
    }),
    defineMergedReply<string>({
      kind: 'hello',
      pace: 'plain',
      unasked: true,
      compose: (items) => `👋 ${items.join('、')}`,
    }),
  ],
});

describeDialects('merged replies', (dialect) => {
  async function startRoom({ pacing = GATHERING, now = '2026-03-02T09:00:00+08:00' } = {}) {
    const database = await openTestDatabase(await dialect.freshUrl());
    const kit = await startKitBot({ database, features: [feature], pacing, clock: new ManualClock(now) });
    const room = await kit.addRoom('甲群', 'paid');
    const chat = chatRoom('甲群');
    return { kit, room, said: () => kit.sentTo(chat) };
  }

  async function add(kit: KitBot, { id }: Room, kind: string, values: readonly string[]): Promise<void> {
    await kit.database.transaction(async (tx) => {
      const now = kit.clock.now();
      const account = await kit.account(tx);
      const parts = { pacing: NO_PAUSES, catalogue: kit.catalogue, pictures: noPictures };
      const work = startWork(parts, tx, account, now);
      const room = await readRoom(tx, id);
      for (const value of values) await queueItem(work, room, { kind, value, notBefore: now, lifetime: LIFETIME });
    });
  }

  async function pass(kit: KitBot, milliseconds: number): Promise<void> {
    kit.clock.advance(milliseconds);
    await kit.bot.sender.drain();
  }

  test('what waits together is one message, composed in order when it leaves', async () => {
    const { kit, room, said } = await startRoom();
    await add(kit, room, 'note', ['一', '二', '三']);

    await kit.bot.sender.drain();

    expect(said()).toEqual(['📌 一、二、三']);
    const left = await kit.database.transaction(async (tx) => ({
      rows: await tx.selectFrom('outbox').select(['state', 'body']).execute(),
      items: await tx.selectFrom('outbox_item').selectAll().execute(),
    }));
    expect(left).toEqual({ rows: [{ state: 'sent', body: '📌 一、二、三' }], items: [] });
  });

  test('the first is acknowledged at once, the next after two minutes, the third after ten', async () => {
    const { kit, room, said } = await startRoom();
    const left: number[] = [];
    const from = kit.clock.now();
    kit.gateway.duringSend = () => void left.push((kit.clock.now() - from) / MINUTE);

    for (let second = 0; second < 660; second += 10) {
      await add(kit, room, 'ack', [String(second)]);
      await pass(kit, 10 * SECOND);
    }

    expect(left.map(Math.floor)).toEqual([0, 2, 10]);
    expect(said().length).toBe(3);
  });

  test('nobody is left out or named twice, in however many bursts', async () => {
    const { kit, room, said } = await startRoom();
    const names = Array.from({ length: 90 }, (_, index) => `成员${index}`);

    for (const name of names) {
      await add(kit, room, 'ack', [name]);
      await pass(kit, 20 * SECOND);
    }
    await pass(kit, 10 * MINUTE);

    const named = said().flatMap((text) => text.replace('✅ ', '').split('、'));
    expect(named).toEqual(names);
  });

  test('450 that come in one moment are acknowledged without a standstill', { timeout: 30_000 }, async () => {
    const { kit, room, said } = await startRoom();
    const names = Array.from({ length: 450 }, (_, index) => `成员${index}`);
    await add(kit, room, 'ack', names);

    for (let minute = 0; minute < 30; minute++) await pass(kit, MINUTE);

    expect(said().length).toBeLessThanOrEqual(4);
    expect(said().flatMap((text) => text.replace('✅ ', '').split('、'))).toEqual(names);
  });

  test('a second attempt says what the first one said, and what came meanwhile follows', async () => {
    const { kit, room, said } = await startRoom();
    await add(kit, room, 'note', ['一', '二']);
    kit.gateway.duringSend = () => {
      throw new SendError('not-sent', 'other', 'The platform said no.');
    };
    await kit.bot.sender.drain();
    await add(kit, room, 'note', ['三']);
    kit.gateway.duringSend = () => {};

    await pass(kit, 5 * SECOND);

    expect(said().toSorted()).toEqual(['📌 一、二', '📌 三']);
  });

  test('a wire that is cut under a merged message silences nothing when it is mended', async () => {
    const { kit, room, said } = await startRoom();
    await add(kit, room, 'ack', ['一', '二']);
    kit.gateway.duringSend = () => {
      kit.gateway.online = false;
      throw new SendError('not-sent', 'offline', 'The wire was cut.');
    };
    await kit.bot.sender.drain();
    await add(kit, room, 'ack', ['三']);
    kit.gateway.duringSend = () => {};
    kit.gateway.online = true;

    await pass(kit, 5 * SECOND);
    await pass(kit, 10 * MINUTE);

    expect(said()).toEqual(['✅ 一、二', '✅ 三']);
  });

  test('items for which no words come end as failed, and nothing waits behind them', async () => {
    const { kit, room, said } = await startRoom();
    kit.expectFaults(1);
    await add(kit, room, 'torn', ['一', '二']);
    await add(kit, room, 'note', ['三']);

    await kit.bot.sender.drain();

    expect(said()).toEqual(['📌 三']);
    const rows = await kit.database.transaction((tx) =>
      tx.selectFrom('outbox').select('state').orderBy('id').execute(),
    );
    expect(rows.map((row) => row.state)).toEqual(['failed', 'sent']);
  });

  test('rooms do not share a message', async () => {
    const { kit, room, said } = await startRoom();
    const other = await kit.addRoom('乙群', 'paid');
    await add(kit, room, 'note', ['一']);
    await add(kit, other, 'note', ['二']);
    await add(kit, room, 'note', ['三']);

    await kit.bot.sender.drain();

    expect(said()).toEqual(['📌 一、三']);
    expect(kit.sentTo(chatRoom('乙群'))).toEqual(['📌 二']);
  });

  test('an acknowledgement that nobody needs any more is not said', async () => {
    const { kit, room, said } = await startRoom();
    kit.gateway.online = false;
    await add(kit, room, 'ack', ['一']);
    kit.clock.advance(LIFETIME + 1);
    kit.gateway.online = true;

    await kit.bot.sender.drain();

    expect(said()).toEqual([]);
  });

  test('what nobody asked for keeps quiet at night and while the bot is stopped, answers do not', async () => {
    const { kit, room, said } = await startRoom({ now: '2026-03-02T21:29:00+08:00' });
    kit.gateway.online = false;
    await add(kit, room, 'hello', ['夜里来的']);
    await add(kit, room, 'note', ['回答']);
    kit.gateway.online = true;

    await pass(kit, 2 * MINUTE);
    expect(said()).toEqual(['📌 回答']);
    await pass(kit, Date.parse('2026-03-03T07:30:00+08:00') - kit.clock.now());
    expect(said()).toEqual(['📌 回答', '👋 夜里来的']);
    await kit.database.transaction((tx) =>
      tx
        .updateTable('account')
        .set({ stopped_until: kit.clock.now() + HOUR })
        .execute(),
    );
    await add(kit, room, 'hello', ['停发时来的']);
    await add(kit, room, 'note', ['又一个回答']);
    await kit.bot.sender.drain();

    expect(said().slice(2)).toEqual(['📌 又一个回答']);
  });
});
