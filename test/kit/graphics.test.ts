/** Graphics on their way out, seen by the machinery alone: a picture or its words, never both, and nothing twice. */

import { expect, test } from 'vitest';
import type { Graphic } from '../../src/domain/graphic.js';
import { PRIORITY } from '../../src/domain/outbox.js';
import { defineFeature } from '../../src/kit/feature.js';
import { definePost } from '../../src/kit/post.js';
import { SendError } from '../../src/ports/chat-gateway.js';
import { appendOutbox, type OutboxDraft } from '../../src/storage/outbox.js';
import type { Room } from '../../src/storage/rooms.js';
import { describeDialects } from '../support/dialects.js';
import { FakeGraphicRenderer } from '../support/fake-graphic-renderer.js';
import { chatRoom, type KitBot, openTestDatabase, startKitBot, WiredGateway } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';

const CARD: Graphic = {
  kind: 'week',
  title: '打卡周报',
  place: '甲群',
  note: '',
  figures: [],
  bars: [],
  closing: '',
};
const CHAT = chatRoom('甲群');
const SELF = { platformId: 'wx-bot', name: '机器人' };
const HOUR = 3_600_000;

async function queue(kit: KitBot, room: Room, draft: Partial<OutboxDraft> & { readonly body: string }): Promise<void> {
  await kit.database.transaction(async (tx) => {
    const { id: accountId } = await kit.account(tx);
    const now = kit.clock.now();
    const common = { accountId, to: { roomId: room.id }, kind: 'reply', priority: PRIORITY.reply, started: false };
    await appendOutbox(tx, { ...common, notBefore: now, expiresAt: now + HOUR, createdAt: now, ...draft });
  });
}

function rows({ database }: KitBot) {
  return database.transaction((tx) =>
    tx.selectFrom('outbox').select(['body', 'state', 'graphic']).orderBy('id').execute(),
  );
}

async function states(kit: KitBot): Promise<string[]> {
  return (await rows(kit)).map(({ state }) => state);
}

/** What was sent, each as its words, or as the name of its picture. */
function sent({ gateway }: KitBot): string[] {
  return gateway.sent.map(({ text, picture }) => picture ?? text);
}

describeDialects('a graphic', (dialect) => {
  async function start(gateway = new WiredGateway(SELF)) {
    const graphics = new FakeGraphicRenderer();
    const kit = await startKitBot({
      database: await openTestDatabase(await dialect.freshUrl()),
      features: [],
      graphics,
      gateway,
    });
    const room = await kit.addRoom('甲群', 'paid');
    return { kit, room, graphics };
  }

  test('leaves as a picture, once, and its words stay in the outbox', async () => {
    const { kit, room, graphics } = await start();
    await queue(kit, room, { body: '周报', graphic: CARD });

    await kit.settle();
    await kit.settle();

    expect(sent(kit)).toEqual(['week.png']);
    expect(graphics.asked).toEqual([CARD]);
    expect(await rows(kit)).toMatchObject([{ body: '周报', state: 'sent' }]);
  });

  test('is rendered outside any transaction, before it counts as sending', async () => {
    const { kit, room, graphics } = await start();
    const seen: unknown[] = [];
    graphics.meanwhile = async () => void seen.push(await states(kit));
    kit.gateway.duringSend = async () => void seen.push(await states(kit));
    await queue(kit, room, { body: '周报', graphic: CARD });

    await kit.settle();

    expect(seen).toEqual([['planned'], ['sending']]);
  });

  test('that cannot be rendered leaves as words, once, with one warning', async () => {
    const { kit, room, graphics } = await start();
    graphics.meanwhile = () => {
      throw new Error('no ink');
    };
    await queue(kit, room, { body: '周报', graphic: CARD });

    await kit.settle();
    await kit.settle();

    expect(sent(kit)).toEqual(['周报']);
    expect(await rows(kit)).toEqual([{ body: '周报', state: 'sent', graphic: null }]);
    expect(kit.warnings()).toEqual(['a graphic could not be rendered, its words leave instead']);
  });

  test('leaves as words where the way to WeChat takes no pictures, and nothing is rendered', async () => {
    const { kit, room, graphics } = await start(new WiredGateway(SELF, { sendPicture: false }));
    await queue(kit, room, { body: '周报', graphic: CARD });

    await kit.settle();

    expect(sent(kit)).toEqual(['周报']);
    expect(graphics.asked).toEqual([]);
    expect(kit.warnings()).toEqual([]);
  });

  test('that the network takes no picture of leaves as words right after', async () => {
    const { kit, room } = await start();
    kit.gateway.duringSend = ({ picture }) => {
      if (picture) throw new SendError('not-sent', 'unsupported', 'no pictures here');
    };
    await queue(kit, room, { body: '周报', graphic: CARD });

    await kit.settle();

    expect(sent(kit)).toEqual(['周报']);
    expect(await states(kit)).toEqual(['sent']);
  });

  test('with an unknown end is neither repeated nor said in words, and an echo of the words is none of it', async () => {
    const { kit, room, graphics } = await start();
    kit.gateway.duringSend = () => {
      throw new SendError('unknown', 'unreachable', 'The wire broke.');
    };
    await queue(kit, room, { body: '周报', graphic: CARD });
    await kit.settle();
    kit.gateway.duringSend = () => {};

    await kit.bot.receive({
      type: 'message.echoed',
      messageId: 'echo-1',
      sentAt: kit.clock.now(),
      to: { roomPlatformId: CHAT.platformId },
      text: '周报',
    });
    await kit.settle();

    expect(sent(kit)).toEqual([]);
    expect(graphics.asked).toHaveLength(1);
    expect(await states(kit)).toEqual(['uncertain']);
  });

  test('that left as words with an unknown end is settled by the echo of its words', async () => {
    const { kit, room, graphics } = await start();
    graphics.meanwhile = () => {
      throw new Error('no ink');
    };
    kit.gateway.duringSend = () => {
      throw new SendError('unknown', 'unreachable', 'The wire broke.');
    };
    await queue(kit, room, { body: '周报', graphic: CARD });
    await kit.settle();

    await kit.bot.receive({
      type: 'message.echoed',
      messageId: 'echo-1',
      sentAt: kit.clock.now(),
      to: { roomPlatformId: CHAT.platformId },
      text: '周报',
    });
    await kit.settle();

    expect(await states(kit)).toEqual(['sent']);
  });

  test('lets go before it what becomes urgent while it is rendered', async () => {
    const { kit, room, graphics } = await start();
    await queue(kit, room, { body: '周报', graphic: CARD, priority: PRIORITY.paid, kind: 'campaign' });
    graphics.meanwhile = async () => {
      if (graphics.asked.length === 1) await queue(kit, room, { body: '答复' });
    };

    await kit.settle();

    expect(sent(kit)).toEqual(['答复', 'week.png']);
    expect(await states(kit)).toEqual(['sent', 'sent']);
  });

  test('of a process that died while rendering is sent by the next one', async () => {
    const { kit, room, graphics } = await start();
    await queue(kit, room, { body: '周报', graphic: CARD });
    let release = (): void => {};
    graphics.meanwhile = () => new Promise((resolve) => void (release = resolve));
    const dying = kit.bot.sender.drain();
    while (graphics.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));

    const after = await startKitBot({
      database: kit.database,
      features: [],
      clock: kit.clock,
      graphics: new FakeGraphicRenderer(),
    });
    await after.settle();
    release();
    await dying;

    expect([...sent(kit), ...sent(after)]).toEqual(['week.png']);
  });

  test('that waits behind the network keeps its place and is rendered when it can leave', async () => {
    const { kit, room, graphics } = await start();
    kit.gateway.online = false;
    await queue(kit, room, { body: '周报', graphic: CARD });
    await kit.settle();
    expect(graphics.asked).toEqual([]);

    kit.gateway.online = true;
    await kit.settle();

    expect(sent(kit)).toEqual(['week.png']);
  });

  test('is what a post may be: planned with its words, sent as a picture', async () => {
    const clock = new ManualClock('2026-03-02T07:59:00+08:00');
    const feature = defineFeature({
      name: 'graphics',
      posts: [
        definePost({ kind: 'task', isOwedTo: () => true, compose: async () => ({ text: '周报', graphic: CARD }) }),
      ],
    });
    const kit = await startKitBot({
      database: await openTestDatabase(await dialect.freshUrl()),
      features: [feature],
      clock,
      graphics: new FakeGraphicRenderer(),
    });
    await kit.addRoom('甲群', 'paid');
    clock.advance(60_000);

    await kit.bot.plan();
    await kit.bot.plan();
    await kit.settle();

    expect(sent(kit)).toEqual(['week.png']);
    expect(await rows(kit)).toEqual([{ body: '周报', state: 'sent', graphic: JSON.stringify(CARD) }]);
  });
});
