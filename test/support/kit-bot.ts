/**
 * A bot made of the features that a test hands it, over fakes for the ports: for the machinery itself.
 *
 * A logged error fails the test, unless the test says that it expects one.
 */

import { expect, onTestFinished } from 'vitest';
import { parseLocalDay } from '../../src/domain/local-day.js';
import { type Pacing, SIMULATED_PACING } from '../../src/domain/pacing.js';
import type { RoomKind, RoomSettings } from '../../src/domain/room.js';
import type { Understanding } from '../../src/domain/understanding/understanding.js';
import { Bot } from '../../src/kit/bot.js';
import { Catalogue } from '../../src/kit/catalogue.js';
import type { Feature } from '../../src/kit/feature.js';
import type { Lease } from '../../src/kit/lease.js';
import { rescheduleRoom } from '../../src/kit/room-schedules.js';
import type { Alerter } from '../../src/ports/alert.js';
import type { ChatEvent, ChatGateway, ChatMessage, ChatRoom, OutgoingMessage } from '../../src/ports/chat-gateway.js';
import type { GraphicRenderer } from '../../src/ports/graphic-renderer.js';
import { noPictures, type PictureShelf } from '../../src/ports/picture-shelf.js';
import type { WakeUps } from '../../src/ports/wake-ups.js';
import { type Account, findOrAddAccount, markLoggedIn } from '../../src/storage/accounts.js';
import type { Database, Tx } from '../../src/storage/database.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { saveSettings } from '../../src/storage/room-settings.js';
import { markRegistered, readRoom, type Room } from '../../src/storage/rooms.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { FakeGateway } from './fake-gateway.js';
import { ManualClock } from './manual-clock.js';
import { quietLog } from './quiet-log.js';

const ACCOUNT = 'kit';
const SELF = { platformId: 'wx-bot', name: '机器人' };
/** 09:00 in Shanghai, a Monday. */
const MORNING = '2026-03-02T09:00:00+08:00';

export const NO_PAUSES: Pacing = { ...SIMULATED_PACING, minGap: 0, maxGap: 0, gather: 0, burst: 0, welcome: 0 };

/** A network whose wire can be cut, and which lets a test look at the moment when a message leaves. */
export class WiredGateway extends FakeGateway {
  online = true;
  /** Runs before a message counts as sent; what it throws is what the send rejects with. */
  duringSend: (message: OutgoingMessage) => Promise<void> | void = () => {};

  override connection(): ReturnType<ChatGateway['connection']> {
    return this.online ? super.connection() : { state: 'offline', reason: 'The wire is cut.' };
  }

  override async send(message: OutgoingMessage): Promise<{ readonly messageId: string }> {
    await this.duringSend(message);
    return super.send(message);
  }
}

export interface KitBotOptions {
  readonly database: Database;
  readonly features: readonly Feature[];
  readonly clock?: ManualClock;
  readonly pacing?: Pacing;
  /** None unless given. */
  readonly pictures?: PictureShelf;
  /** None unless given. */
  readonly graphics?: GraphicRenderer;
  readonly gateway?: WiredGateway;
  readonly understand?: (line: string) => Understanding;
  readonly random?: () => number;
  readonly alerter?: Alerter;
  readonly lease?: Lease;
  readonly wakeUps?: WakeUps<Tx>;
}

export interface KitBot {
  readonly bot: Bot;
  readonly database: Database;
  readonly clock: ManualClock;
  readonly gateway: WiredGateway;
  readonly catalogue: Catalogue;
  /** Messages of the log at warn and above, in order. */
  warnings(): readonly string[];
  /** Messages of the log at info and above, in order. */
  logged(): readonly string[];
  /** The whole log, as it is written. */
  logText(): string;
  /** Says that this many errors are what the test is about. */
  expectFaults(count: number): void;
  account(tx: Tx): Promise<Account>;
  addRoom(topic: string, kind: RoomKind, settings?: Partial<RoomSettings>): Promise<Room>;
  /** Everything that was sent to a chat. */
  sentTo(chat: { readonly platformId: string }): string[];
  settle(): Promise<void>;
}

/** Opens one of `Dialect.freshUrl`. It is closed when the test is over. */
export async function openTestDatabase(url: string): Promise<Database> {
  const database = openDatabase(url);
  onTestFinished(() => database.close());
  return database;
}

export async function startKitBot(options: KitBotOptions): Promise<KitBot> {
  const { database, features, clock = new ManualClock(MORNING), gateway = new WiredGateway(SELF) } = options;
  const {
    understand = () => ({ intent: 'none' }),
    pacing = NO_PAUSES,
    random = () => 0.5,
    pictures = noPictures,
  } = options;
  const { log, lines, text } = quietLog();
  const catalogue = new Catalogue(features);
  let incidents = 0;
  let expectedFaults = 0;
  const bot = await Bot.create({
    accountName: ACCOUNT,
    database,
    gateway,
    clock,
    log,
    catalogue,
    pacing,
    pictures,
    random,
    understand,
    parseDay: parseLocalDay,
    wording: {
      refusal: (refusal) => `refused ${refusal.code}`,
      fault: (incident) => `fault ${incident}`,
      alert: (news) => JSON.stringify(news),
      confirmation: (news) => JSON.stringify(news),
      room: (room) => `${room.topic}#${room.id}`,
    },
    newIncident: () => String(++incidents),
    ...(options.graphics && { graphics: options.graphics }),
    ...(options.alerter && { alerter: options.alerter }),
    ...(options.lease && { lease: options.lease }),
    ...(options.wakeUps && { wakeUps: options.wakeUps }),
  });
  const account = (tx: Tx) => findOrAddAccount(tx, ACCOUNT, clock.now());
  await database.transaction(async (tx) => markLoggedIn(tx, (await account(tx)).id, SELF.platformId, SELF.name));
  onTestFinished(async () => {
    await bot.stop();
    expect(lines(50), 'errors in the log').toHaveLength(expectedFaults);
  });

  return {
    bot,
    database,
    clock,
    gateway,
    catalogue,
    account,
    warnings: () => lines(40).map((line) => line.msg),
    logText: text,
    logged: () => lines(30).map((line) => line.msg),
    expectFaults: (count) => void (expectedFaults = count),
    addRoom: (topic, kind, settings = {}) =>
      database.transaction(async (tx) => {
        const seen = await findOrAddRoom(tx, (await account(tx)).id, chatRoom(topic));
        await markRegistered(tx, seen.id, { kind, courseId: null, startDay: null, at: clock.now() });
        await saveSettings(tx, seen.id, { ...seen.settings, ...settings });
        const room = await readRoom(tx, seen.id);
        await rescheduleRoom({ tx, now: clock.now(), catalogue }, room);
        return room;
      }),
    sentTo: ({ platformId }) => gateway.sent.filter(({ to }) => to === platformId).map(({ text }) => text),
    async settle() {
      await bot.intake.settle();
      await bot.sender.drain();
    },
  };
}

export function chatRoom(topic: string): ChatRoom {
  return { topic, platformId: `${topic}@chatroom` };
}

let serial = 0;

export function messageOf(words: Partial<ChatMessage> & Pick<ChatMessage, 'text' | 'sentAt'>): ChatMessage {
  return {
    type: 'message.received',
    messageId: `kit-message-${++serial}`,
    sender: { platformId: 'wx-somebody', name: '某人' },
    kind: 'text',
    mentions: [],
    mentionsBot: false,
    ...words,
  } satisfies ChatEvent;
}
