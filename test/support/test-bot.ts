/**
 * A whole bot on a fresh database, with a clock and a chat network that the test holds in its hand.
 *
 * Tests talk to it the way people do: somebody says something somewhere, and the bot answers there, or does not.
 * Any fault that the bot logs fails the test.
 */

import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { createBot } from '../../src/create-bot.js';
import { type Pacing, SIMULATED_PACING } from '../../src/domain/pacing.js';
import { saveBuiltinCourses } from '../../src/features/courses/builtin-courses.js';
import type { Bot } from '../../src/kit/bot.js';
import { stepThroughTime } from '../../src/kit/step-through-time.js';
import type {
  ChatEvents,
  ChatMessage,
  ChatPerson,
  ChatRoom,
  GatewayCapabilities,
} from '../../src/ports/chat-gateway.js';
import type { MovableClock } from '../../src/ports/clock.js';
import type { CodeReader } from '../../src/ports/code-reader.js';
import type { GraphicRenderer } from '../../src/ports/graphic-renderer.js';
import { saveOpenClaim } from '../../src/storage/claims.js';
import type { Database } from '../../src/storage/database.js';
import { openDatabase } from '../../src/storage/open-database.js';
import type { Dialect } from './dialects.js';
import { FakeGateway } from './fake-gateway.js';
import { FakePictureShelf } from './fake-picture-shelf.js';

/** Nothing waits in tests but what a test is about. */
const NO_PAUSES: Pacing = { ...SIMULATED_PACING, minGap: 0, maxGap: 0, gather: 0, burst: 0, welcome: 0 };

const CLAIM_CODE = 'TESTCODE';
const SELF: ChatPerson = { platformId: 'wx-bot', name: '机器人' };

export interface TestBotOptions {
  readonly dialect: Dialect;
  /** A database of today's tables to go on with; a fresh one unless told. */
  readonly url?: string;
  /** Its name, where the database has several; `test` unless told. */
  readonly account?: string;
  /** ISO instant; Monday, 2 March 2026, 09:00 in Shanghai unless told. */
  readonly now?: string;
  readonly pacing?: Pacing;
  /** Where nothing else is said, the network is able to do everything. */
  readonly capabilities?: Partial<GatewayCapabilities>;
  /** Without it, graphics go out as words. */
  readonly graphics?: GraphicRenderer;
  /** Without it, pictures are not looked into. */
  readonly codes?: CodeReader;
}

type Words = Partial<Omit<ChatMessage, 'type' | 'sender' | 'room'>>;

/** Somebody to play. Each call resolves to what the bot said there in answer, one blank line between messages. */
export interface TestPerson extends ChatPerson {
  says(text: string, room: ChatRoom, words?: Words): Promise<string>;
  whispers(text: string): Promise<string>;
  joins(room: ChatRoom, inviter?: ChatPerson): Promise<string>;
  leaves(room: ChatRoom): Promise<string>;
  /** A platform id stays, the name changes. */
  named(name: string): TestPerson;
}

export interface TestBot {
  readonly bot: Bot;
  readonly database: Database;
  readonly clock: MovableClock;
  readonly gateway: FakeGateway;
  /** Empty at the start. */
  readonly pictures: FakePictureShelf;
  person(name: string, platformId?: string): TestPerson;
  /** Claims the bot. */
  owner(name?: string): Promise<TestPerson>;
  room(topic: string, platformId?: string): ChatRoom;
  /** Lives until then, slots and all. Resolves to everything said on the way, by platform id of the chat. */
  passTo(instant: string): Promise<(chat: ChatRoom | ChatPerson) => string>;
  /** Before the end of the test, for a database that another bot goes on with. */
  close(): Promise<void>;
  /** Everything said in a chat since the start. */
  said(chat: ChatRoom | ChatPerson): string[];
}

export async function startTestBot({
  dialect,
  url,
  account = 'test',
  now = '2026-03-02T09:00:00+08:00',
  pacing = NO_PAUSES,
  capabilities,
  graphics,
  codes,
}: TestBotOptions): Promise<TestBot> {
  const clock = testClock(Date.parse(now));
  const faults: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) });
  const database = openDatabase(url ?? (await dialect.communityUrl()));
  await database.transaction(async (tx) => {
    if (url !== undefined) await saveBuiltinCourses(tx, clock.now());
    await saveOpenClaim(tx, CLAIM_CODE, clock.now());
  });
  const gateway = new FakeGateway(SELF, capabilities);
  const pictures = new FakePictureShelf();
  const bot = await createBot({
    accountName: account,
    pacing,
    log,
    database,
    gateway,
    clock,
    pictures,
    ...(graphics && { graphics }),
    ...(codes && { codes }),
  });
  bot.noteConnection(gateway.connection());
  let isOpen = true;
  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await bot.stop();
    await database.close();
    expect(faults, 'the bot logged a fault').toEqual([]);
  }
  onTestFinished(close);
  let serial = 0;

  function saidIn(chat: ChatRoom | ChatPerson, from = 0): string[] {
    return gateway.sent
      .slice(from)
      .filter(({ to }) => to === chat.platformId)
      .map(({ text }) => text);
  }

  async function wordsAfter(chat: ChatRoom | ChatPerson, act: () => Promise<void>): Promise<string> {
    const from = gateway.sent.length;
    await act();
    await bot.intake.settle();
    await bot.sender.drain();
    return saidIn(chat, from).join('\n\n');
  }

  function message(sender: ChatPerson, text: string, words: Words = {}): ChatMessage {
    const base = {
      messageId: `message-${now}-${++serial}`,
      sentAt: clock.now(),
      kind: 'text',
      mentions: [],
      mentionsBot: false,
    } as const;
    return { type: 'message.received', sender, text, ...base, ...words };
  }

  function joined(self: ChatPerson, room: ChatRoom): ChatEvents['room.joined'] {
    return { type: 'room.joined', room, people: [self], at: clock.now() };
  }

  function person(name: string, platformId = `wx-${name}`): TestPerson {
    const self = { platformId, name };
    return {
      ...self,
      says: (text, room, words) => wordsAfter(room, () => bot.receive({ ...message(self, text, words), room })),
      whispers: (text) => wordsAfter(self, () => bot.receive(message(self, text))),
      joins: (room, inviter) =>
        wordsAfter(room, () => bot.receive({ ...joined(self, room), ...(inviter && { inviter }) })),
      leaves: (room) =>
        wordsAfter(room, () => bot.receive({ type: 'room.left', room, people: [self], at: clock.now() })),
      named: (newName) => person(newName, platformId),
    };
  }

  return {
    bot,
    database,
    clock,
    gateway,
    pictures,
    person,
    async owner(name = '陈老师') {
      const owner = person(name);
      await owner.whispers(`认领 ${CLAIM_CODE}`);
      return owner;
    },
    room: (topic, platformId = `${topic}@chatroom`) => ({ topic, platformId }),
    async passTo(instant) {
      const from = gateway.sent.length;
      await stepThroughTime(bot, clock, Date.parse(instant));
      return (chat) => saidIn(chat, from).join('\n\n');
    },
    close,
    said: (chat) => saidIn(chat),
  };
}

function testClock(start: number): MovableClock {
  let instant = start;
  return {
    now: () => instant,
    monotonic: () => performance.now(),
    moveTo(target) {
      instant = Math.max(instant, target);
    },
  };
}
