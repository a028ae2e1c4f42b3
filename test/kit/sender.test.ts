import { expect, test } from 'vitest';
import type { RoomId } from '../../src/domain/ids.js';
import { PRIORITY } from '../../src/domain/outbox.js';
import { CAREFUL_PACING, type Pacing } from '../../src/domain/pacing.js';
import { SendError } from '../../src/ports/chat-gateway.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { appendOutbox, type OutboxDraft } from '../../src/storage/outbox.js';
import type { Room } from '../../src/storage/rooms.js';
import { describeDialects } from '../support/dialects.js';
import { chatRoom, type KitBot, NO_PAUSES, openTestDatabase, startKitBot } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Words = Partial<OutboxDraft>;

async function queue(kit: KitBot, room: Room, body: string, words: Words = {}): Promise<void> {
  await kit.database.transaction(async (tx) => {
    const { id: accountId } = await kit.account(tx);
    const now = kit.clock.now();
    const draft = { accountId, to: { roomId: room.id }, kind: 'reply', priority: PRIORITY.reply, started: false, body };
    await appendOutbox(tx, { ...draft, notBefore: now, expiresAt: now + DAY, createdAt: now, ...words });
  });
}

/** An answer to somebody in private, whom the platform calls wx-小林. */
async function queueForLin(kit: KitBot): Promise<void> {
  await kit.database.transaction(async (tx) => {
    const { id: accountId } = await kit.account(tx);
    const now = kit.clock.now();
    const { id: memberId } = await findOrAddMember(tx, accountId, { platformId: 'wx-小林', name: '小林' }, now);
    const draft = {
      accountId,
      to: { memberId },
      kind: 'reply',
      priority: PRIORITY.reply,
      started: false,
      body: '私聊',
    };
    await appendOutbox(tx, { ...draft, notBefore: now, expiresAt: now + DAY, createdAt: now });
  });
}

/** Something that the bot starts by itself. */
function start(kit: KitBot, room: Room, body: string, words: Words = {}): Promise<void> {
  return queue(kit, room, body, { kind: 'campaign', priority: PRIORITY.paid, started: true, ...words });
}

interface Row {
  readonly body: string;
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
}

async function rows({ database }: KitBot): Promise<Row[]> {
  return database.transaction((tx) =>
    tx.selectFrom('outbox').select(['body', 'state', 'attempts', 'reason']).orderBy('id').execute(),
  );
}

async function states(kit: KitBot): Promise<string[]> {
  return (await rows(kit)).map((row) => row.state);
}

function notSent(): never {
  throw new SendError('not-sent', 'other', 'The platform said no.');
}

function unknown(): never {
  throw new SendError('unknown', 'other', 'No answer came.');
}

function throttled(): never {
  throw new SendError('not-sent', 'throttled', 'Too often.');
}

describeDialects('the sender', (dialect) => {
  async function startRoom() {
    const database = await openTestDatabase(await dialect.freshUrl());
    const kit = await startKitBot({ database, features: [] });
    const room = await kit.addRoom('甲群', 'paid');
    const chat = chatRoom('甲群');
    return { kit, room, chat };
  }

  /** Another process takes over, as after a crash: nothing but the rows is left. */
  async function restart({ database, clock }: KitBot) {
    return startKitBot({ database, features: [], clock });
  }

  test('a message goes from planned through sending to sent, and sending is stored before the network is touched', async () => {
    const { kit, room, chat } = await startRoom();
    const seen: string[][] = [];
    kit.gateway.duringSend = async () => void seen.push(await states(kit));
    await queue(kit, room, '你好');
    seen.push(await states(kit));

    await kit.bot.sender.drain();

    expect([...seen, await states(kit)]).toEqual([['planned'], ['sending'], ['sent']]);
    expect(kit.sentTo(chat)).toEqual(['你好']);
  });

  test('what surely did not leave is tried again after 5, 10, 20 and 40 seconds, then it has failed', async () => {
    const { kit, room } = await startRoom();
    kit.expectFaults(1);
    const attempts: number[] = [];
    kit.gateway.duringSend = () => {
      attempts.push(kit.clock.now());
      notSent();
    };
    await queue(kit, room, '你好');

    for (let second = 0; second < 100; second++) {
      await kit.bot.sender.drain();
      kit.clock.advance(SECOND);
    }

    expect(attempts.map((at) => (at - (attempts[0] ?? 0)) / SECOND)).toEqual([0, 5, 15, 35, 75]);
    expect(await rows(kit)).toMatchObject([{ state: 'failed', attempts: 5, reason: 'The platform said no.' }]);
  });

  test('a message that leaves at the second attempt is said once', async () => {
    const { kit, room, chat } = await startRoom();
    kit.gateway.duringSend = notSent;
    await queue(kit, room, '你好');
    await kit.bot.sender.drain();
    kit.gateway.duringSend = () => {};
    kit.clock.advance(5 * SECOND);

    await kit.bot.sender.drain();

    expect(kit.sentTo(chat)).toEqual(['你好']);
    expect(await rows(kit)).toMatchObject([{ state: 'sent', attempts: 2, reason: null }]);
  });

  test('what may have arrived is uncertain, and nothing repeats it', async () => {
    const { kit, room } = await startRoom();
    let sends = 0;
    kit.gateway.duringSend = () => {
      sends++;
      unknown();
    };
    await queue(kit, room, '你好');
    await kit.bot.sender.drain();
    kit.gateway.duringSend = () => void sends++;
    kit.clock.advance(DAY);

    await kit.bot.sender.drain();
    const after = await restart(kit);
    await after.bot.sender.drain();

    expect(sends).toBe(1);
    expect(await rows(kit)).toMatchObject([{ state: 'uncertain', reason: 'No answer came.' }]);
  });

  test('an error that is no SendError counts as unknown', async () => {
    const { kit, room } = await startRoom();
    kit.gateway.duringSend = () => {
      throw new TypeError('The puppet broke.');
    };
    await queue(kit, room, '你好');

    await kit.bot.sender.drain();

    expect(await states(kit)).toEqual(['uncertain']);
  });

  test('the echo of an uncertain message proves that it arrived, however late it comes', async () => {
    const { kit, room, chat } = await startRoom();
    kit.gateway.duringSend = unknown;
    await queue(kit, room, '你好\n大家');
    await kit.bot.sender.drain();
    expect(await states(kit)).toEqual(['uncertain']);
    kit.clock.advance(10 * MINUTE);

    const to = { roomPlatformId: chat.platformId };
    await kit.bot.receive({ type: 'message.echoed', messageId: 'e1', sentAt: kit.clock.now(), to, text: '你好 大家 ' });
    await kit.settle();

    expect(await states(kit)).toEqual(['sent']);
  });

  test('one echo settles one of two messages with the same words', async () => {
    const { kit, room, chat } = await startRoom();
    kit.gateway.duringSend = unknown;
    await queue(kit, room, '收到');
    await queue(kit, room, '收到');
    await kit.bot.sender.drain();

    const to = { roomPlatformId: chat.platformId };
    await kit.bot.receive({ type: 'message.echoed', messageId: 'e1', sentAt: kit.clock.now(), to, text: '收到' });
    await kit.settle();

    expect((await states(kit)).toSorted()).toEqual(['sent', 'uncertain']);
  });

  test('an echo in one chat proves nothing about the same words in another', async () => {
    const { kit, room } = await startRoom();
    const other = await kit.addRoom('乙群', 'paid');
    kit.gateway.duringSend = unknown;
    for (const one of [room, other]) await queue(kit, one, '收到');
    await kit.bot.sender.drain();

    const to = { roomPlatformId: chatRoom('乙群').platformId };
    for (const messageId of ['e1', 'e2'])
      await kit.bot.receive({ type: 'message.echoed', messageId, sentAt: kit.clock.now(), to, text: '收到' });
    await kit.settle();

    expect(await states(kit)).toEqual(['uncertain', 'sent']);
  });

  test('an echo in a private chat proves what was said there', async () => {
    const { kit } = await startRoom();
    kit.gateway.duringSend = unknown;
    await queueForLin(kit);
    await kit.bot.sender.drain();
    expect(await states(kit)).toEqual(['uncertain']);

    const to = { personPlatformId: 'wx-小林' };
    await kit.bot.receive({ type: 'message.echoed', messageId: 'e1', sentAt: kit.clock.now(), to, text: '私聊' });
    await kit.settle();

    expect(await states(kit)).toEqual(['sent']);
  });

  test('a doubtful message does not claim the echo of the same words that are on their way', async () => {
    const { kit, room, chat } = await startRoom();
    kit.gateway.duringSend = unknown;
    await queue(kit, room, '收到');
    await kit.bot.sender.drain();
    const to = { roomPlatformId: chat.platformId };
    kit.gateway.duringSend = () =>
      kit.bot.receive({ type: 'message.echoed', messageId: 'sent-1', sentAt: kit.clock.now(), to, text: '收到' });
    await queue(kit, room, '收到');

    await kit.settle();

    expect(await states(kit)).toEqual(['uncertain', 'sent']);
  });

  test('two echoes of words of which one is on its way prove the doubtful one too', async () => {
    const { kit, room, chat } = await startRoom();
    kit.gateway.duringSend = unknown;
    await queue(kit, room, '收到');
    await kit.bot.sender.drain();
    const to = { roomPlatformId: chat.platformId };
    const echo = (messageId: string) =>
      kit.bot.receive({ type: 'message.echoed', messageId, sentAt: kit.clock.now(), to, text: '收到' });
    kit.gateway.duringSend = async () => {
      await echo('before');
      await echo('sent-1');
    };
    await queue(kit, room, '收到');

    await kit.settle();

    expect(await states(kit)).toEqual(['sent', 'sent']);
  });

  test('an echo that comes before the send ends unknown proves it all the same', async () => {
    const { kit, room, chat } = await startRoom();
    const to = { roomPlatformId: chat.platformId };
    kit.gateway.duringSend = async () => {
      await kit.bot.receive({ type: 'message.echoed', messageId: 'e1', sentAt: kit.clock.now(), to, text: '收到' });
      unknown();
    };
    await queue(kit, room, '收到');

    await kit.settle();

    expect(await states(kit)).toEqual(['sent']);
  });

  test('after a restart a row in sending is settled by its echo, another is uncertain once patience is over', async () => {
    const { kit, room, chat } = await startRoom();
    await queue(kit, room, '到了');
    await queue(kit, room, '没到');
    await kit.database.transaction((tx) =>
      tx.updateTable('outbox').set({ state: 'sending', sending_at: kit.clock.now(), attempts: 1 }).execute(),
    );

    const next = await restart(kit);
    const to = { roomPlatformId: chat.platformId };
    await next.bot.sender.drain();
    await next.bot.receive({ type: 'message.echoed', messageId: 'e1', sentAt: kit.clock.now(), to, text: '到了' });
    await next.settle();
    expect(await states(kit)).toEqual(['sent', 'sending']);
    kit.clock.advance(10 * SECOND);
    await next.bot.sender.drain();

    expect(await states(kit)).toEqual(['sent', 'uncertain']);
    expect(next.gateway.sent).toEqual([]);
  });

  test('waiting for an echo holds nothing else up', async () => {
    const { kit, room, chat } = await startRoom();
    await queue(kit, room, '悬着');
    await kit.database.transaction((tx) =>
      tx.updateTable('outbox').set({ state: 'sending', sending_at: kit.clock.now(), attempts: 1 }).execute(),
    );
    const next = await restart(kit);
    await queue(next, room, '新的');

    await next.bot.sender.drain();

    expect(next.sentTo(chat)).toEqual(['新的']);
  });

  test('while the wire is cut nothing is tried, and no attempt is used up', async () => {
    const { kit, room, chat } = await startRoom();
    kit.gateway.online = false;
    await queue(kit, room, '你好');
    await kit.bot.sender.drain();
    expect(await rows(kit)).toMatchObject([{ state: 'planned', attempts: 0 }]);
    kit.gateway.online = true;
    kit.gateway.duringSend = () => {
      kit.gateway.online = false;
      throw new SendError('not-sent', 'offline', 'The wire was cut.');
    };

    for (let index = 0; index < 7; index++) {
      kit.gateway.online = true;
      await kit.bot.sender.drain();
      kit.clock.advance(MINUTE);
    }
    expect(await rows(kit)).toMatchObject([{ state: 'planned', attempts: 0 }]);
    kit.gateway.duringSend = () => {};
    kit.gateway.online = true;
    await kit.bot.sender.drain();

    expect(kit.sentTo(chat)).toEqual(['你好']);
  });

  test('a wire that is cut again and again does not eat up the three posts of the day', async () => {
    const { kit, room, chat } = await startRoom();
    kit.gateway.duringSend = () => {
      kit.gateway.online = false;
      throw new SendError('not-sent', 'offline', 'The wire was cut.');
    };
    await start(kit, room, '今日任务');

    for (let index = 0; index < 5; index++) {
      kit.gateway.online = true;
      await kit.bot.sender.drain();
      kit.clock.advance(2 * MINUTE);
    }
    kit.gateway.duringSend = () => {};
    kit.gateway.online = true;
    await kit.bot.sender.drain();

    expect(kit.sentTo(chat)).toEqual(['今日任务']);
  });

  test('a room that is gone ends its message at once and harms nobody else', async () => {
    const { kit, room } = await startRoom();
    const other = await kit.addRoom('乙群', 'paid');
    kit.gateway.duringSend = ({ to }) => {
      if ('roomPlatformId' in to && to.roomPlatformId.startsWith('甲'))
        throw new SendError('not-sent', 'gone', 'No such room.');
    };
    await queue(kit, room, '一');
    await queue(kit, other, '二');

    await kit.bot.sender.drain();

    expect(await states(kit)).toEqual(['failed', 'sent']);
  });

  test('a message whose chat is not known has failed, and says so', async () => {
    const { kit, room } = await startRoom();
    await kit.database.transaction((tx) => tx.deleteFrom('room_identity').where('room_id', '=', room.id).execute());
    await queue(kit, room, '你好');

    await kit.bot.sender.drain();

    expect(await rows(kit)).toMatchObject([{ state: 'failed', reason: 'no such chat' }]);
  });

  test('what has expired is not said', async () => {
    const { kit, room, chat } = await startRoom();
    await queue(kit, room, '旧的', { expiresAt: kit.clock.now() + MINUTE });
    await queue(kit, room, '新的', { expiresAt: kit.clock.now() + MINUTE + 1 });
    kit.clock.advance(MINUTE + 1);

    await kit.bot.sender.drain();

    expect(kit.sentTo(chat)).toEqual(['新的']);
    expect(await states(kit)).toEqual(['expired', 'sent']);
  });

  test('replies go before staff, staff before paid rooms, paid before trial, then campaigns; equals in order', async () => {
    const { kit, room, chat } = await startRoom();
    const order = ['campaign', 'trial', 'paid', 'staff', 'reply'] as const;
    for (const name of order) await queue(kit, room, `${name} 1`, { priority: PRIORITY[name] });
    for (const name of order) await queue(kit, room, `${name} 2`, { priority: PRIORITY[name] });

    await kit.bot.sender.drain();

    const expected = order.toReversed().flatMap((name) => [`${name} 1`, `${name} 2`]);
    expect(kit.sentTo(chat)).toEqual(expected);
  });

  test('one message is on its way at a time', async () => {
    const { kit, room } = await startRoom();
    let under = 0;
    let most = 0;
    kit.gateway.duringSend = async () => {
      most = Math.max(most, ++under);
      await Promise.resolve();
      under--;
    };
    for (let index = 0; index < 10; index++) await queue(kit, room, String(index));

    await Promise.all([kit.bot.sender.drain(), kit.bot.sender.drain(), kit.bot.sender.drain()]);

    expect(most).toBe(1);
    expect(kit.gateway.sent).toHaveLength(10);
  });
});

describeDialects('what the sender does to people', (dialect) => {
  async function startRoom(now = '2026-03-02T09:00:00+08:00', pacing: Pacing = NO_PAUSES) {
    const database = await openTestDatabase(await dialect.freshUrl());
    const kit = await startKitBot({ database, features: [], clock: new ManualClock(now), pacing });
    const room = await kit.addRoom('甲群', 'paid');
    return { kit, room, chat: chatRoom('甲群') };
  }

  /** Lives on in small steps and notes when each message left, in milliseconds from now. */
  async function live(kit: KitBot, span: number, step: number): Promise<number[]> {
    const from = kit.clock.now();
    const left: number[] = [];
    kit.gateway.duringSend = () => void left.push(kit.clock.now() - from);
    for (; kit.clock.now() - from < span; kit.clock.advance(step)) await kit.bot.sender.drain();
    return left;
  }

  test('what it starts waits from 21:30 until 07:30, answers do not', async () => {
    const { kit, room, chat } = await startRoom('2026-03-02T21:29:59.999+08:00');
    await start(kit, room, '晚到的通知');
    kit.clock.advance(1);
    await queue(kit, room, '回答');

    await kit.bot.sender.drain();
    expect(kit.sentTo(chat)).toEqual(['回答']);
    kit.clock.advance(Date.parse('2026-03-03T07:29:59.999+08:00') - kit.clock.now());
    await kit.bot.sender.drain();
    expect(kit.sentTo(chat)).toEqual(['回答']);
    kit.clock.advance(1);
    await kit.bot.sender.drain();

    expect(kit.sentTo(chat)).toEqual(['回答', '晚到的通知']);
  });

  test('the quiet hours are those of the room', async () => {
    const { kit, room } = await startRoom('2026-03-02T13:00:00Z');
    const london = await kit.addRoom('伦敦群', 'paid', { zone: 'Europe/London' });
    kit.clock.advance(HOUR);
    await start(kit, room, '上海');
    await start(kit, london, '伦敦');

    await kit.bot.sender.drain();

    expect(kit.gateway.sent.map(({ text }) => text)).toEqual(['伦敦']);
  });

  test('between two posts that it starts in one room there is the room’s gap, other rooms do not wait', async () => {
    const { kit, room } = await startRoom();
    const slow = await kit.addRoom('乙群', 'paid', { postGap: 300 });
    for (const one of [room, slow]) for (const body of ['一', '二']) await start(kit, one, body);

    expect(await live(kit, 10 * MINUTE, SECOND)).toEqual([0, 0, MINUTE, 5 * MINUTE]);
  });

  test('three times a day it speaks unasked in a room, the fourth waits for the morning', async () => {
    const { kit, room, chat } = await startRoom();
    for (const body of ['一', '二', '三', '四']) await start(kit, room, body);

    await live(kit, 8 * HOUR, 2 * MINUTE);
    expect(kit.sentTo(chat)).toEqual(['一', '二', '三']);
    kit.clock.advance(Date.parse('2026-03-03T07:30:00+08:00') - kit.clock.now());
    await kit.bot.sender.drain();

    expect(kit.sentTo(chat)).toEqual(['一', '二', '三', '四']);
  });

  test('in a staff room there is no such budget', async () => {
    const { kit } = await startRoom();
    const staff = await kit.addRoom('员工群', 'staff');
    for (let index = 0; index < 5; index++) await start(kit, staff, String(index));

    await live(kit, 10 * MINUTE, 10 * SECOND);

    expect(kit.sentTo(chatRoom('员工群'))).toHaveLength(5);
  });

  test('when the platform complains, what it starts stops for two hours, and answers go on', async () => {
    const { kit, room, chat } = await startRoom();
    kit.expectFaults(1);
    kit.gateway.duringSend = throttled;
    await queue(kit, room, '引来抱怨的');
    await kit.bot.sender.drain();
    kit.gateway.duringSend = () => {};
    await start(kit, room, '通知');
    await queue(kit, room, '回答');

    await kit.bot.sender.drain();
    expect(kit.sentTo(chat)).toEqual(['回答']);
    kit.clock.advance(2 * HOUR - 1);
    await kit.bot.sender.drain();
    expect(kit.sentTo(chat)).toEqual(['回答', '引来抱怨的']);
    kit.clock.advance(1);
    await kit.bot.sender.drain();

    expect(kit.sentTo(chat)).toEqual(['回答', '引来抱怨的', '通知']);
  });

  test('three failures in a row stop it too, a success in between does not', async () => {
    const { kit, room, chat } = await startRoom();
    kit.expectFaults(1);
    const outcomes = [unknown, unknown, () => {}, unknown, unknown, unknown, () => {}];
    kit.gateway.duringSend = () => outcomes.shift()?.();
    for (let index = 0; index < 5; index++) await queue(kit, room, String(index));
    await kit.bot.sender.drain();
    const stopped = () => kit.database.transaction(async (tx) => (await kit.account(tx)).stoppedUntil);
    expect(await stopped()).toBeNull();

    await queue(kit, room, '5');
    await kit.bot.sender.drain();
    await start(kit, room, '通知');
    await queue(kit, room, '回答');
    await kit.bot.sender.drain();

    expect(await stopped()).toBe(kit.clock.now() + 2 * HOUR);
    expect(kit.sentTo(chat)).toEqual(['2', '回答']);
  });

  test('being stopped outlives a restart', async () => {
    const { kit, room } = await startRoom();
    kit.expectFaults(1);
    kit.gateway.duringSend = throttled;
    await queue(kit, room, '引来抱怨的', { expiresAt: kit.clock.now() });
    await kit.bot.sender.drain();
    await start(kit, room, '通知');

    const next = await startKitBot({ database: kit.database, features: [], clock: kit.clock });
    await next.bot.sender.drain();

    expect(next.gateway.sent).toEqual([]);
  });

  test('between two sends there are three to eight seconds, wherever they go', async () => {
    const pacing = { ...CAREFUL_PACING, newPercent: 100 };
    for (const [random, gap] of [
      [0, 3],
      [0.5, 5.5],
      [0.999_999, 8],
    ] as const) {
      const database = await openTestDatabase(await dialect.freshUrl());
      const kit = await startKitBot({ database, features: [], pacing, random: () => random });
      const rooms = [await kit.addRoom('甲群', 'paid'), await kit.addRoom('乙群', 'paid')];
      for (const room of [...rooms, ...rooms]) await queue(kit, room, '你好');

      const left = await live(kit, 30 * SECOND, 500);

      expect(left).toEqual([0, 1, 2, 3].map((index) => index * gap * SECOND));
    }
  });

  test('twelve a minute and two hundred a day, counted over any minute and any day', async () => {
    const pacing: Pacing = { ...NO_PAUSES, perMinute: 12, perDay: 50 };
    const { kit, room } = await startRoom('2026-03-02T09:00:00+08:00', pacing);
    for (let index = 0; index < 60; index++)
      await queue(kit, room, String(index), { expiresAt: kit.clock.now() + 3 * DAY });

    const minutes = await live(kit, 6 * MINUTE, 5 * SECOND);
    expect(minutes).toEqual(Array.from({ length: 50 }, (_, index) => Math.floor(index / 12) * MINUTE));
    kit.clock.advance(DAY - 6 * MINUTE);
    expect(await live(kit, 3 * MINUTE, 5 * SECOND)).toHaveLength(10);
    expect(kit.gateway.sent.map(({ text }) => Number(text))).toEqual(Array.from({ length: 60 }, (_, index) => index));
  });

  test('a new account gets 30 % of both for seven days', async () => {
    const pacing: Pacing = { ...NO_PAUSES, perMinute: 12, perDay: 20, newPercent: 30, newDays: 7 };
    const { kit, room } = await startRoom('2026-03-02T09:00:00+08:00', pacing);
    for (let index = 0; index < 30; index++)
      await queue(kit, room, String(index), { expiresAt: kit.clock.now() + 30 * DAY });

    expect(await live(kit, HOUR, 10 * SECOND)).toEqual([0, 0, 0, MINUTE, MINUTE, MINUTE]);
    kit.clock.advance(7 * DAY - HOUR - MINUTE);
    expect(await live(kit, MINUTE, 10 * SECOND)).toHaveLength(3);
    kit.clock.advance(DAY);
    expect((await live(kit, MINUTE, 10 * SECOND)).length).toBe(12);
  });

  test('the pace outlives a restart', async () => {
    const pacing: Pacing = { ...NO_PAUSES, minGap: 8_000, maxGap: 8_000, perMinute: 3 };
    const { kit, room } = await startRoom('2026-03-02T09:00:00+08:00', pacing);
    for (let index = 0; index < 5; index++) await queue(kit, room, String(index));
    const from = kit.clock.now();
    const left: number[] = [];

    for (let life = 0; life < 8; life++) {
      const next = await startKitBot({ database: kit.database, features: [], clock: kit.clock, pacing });
      next.gateway.duringSend = () => void left.push((kit.clock.now() - from) / SECOND);
      for (let second = 0; second < 10; second++, kit.clock.advance(SECOND)) await next.bot.sender.drain();
      await next.bot.stop();
    }

    expect(left).toEqual([0, 8, 16, 60, 68]);
  });

  test('messages to a person go to that person', async () => {
    const { kit, room } = await startRoom();
    await queueForLin(kit);

    await kit.bot.sender.drain();

    expect(kit.gateway.sent).toMatchObject([{ to: 'wx-小林', text: '私聊' }]);
    expect(room.id satisfies RoomId).toBeGreaterThan(0);
  });
});
