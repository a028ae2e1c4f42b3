/** The whole bot, composed as in production, behind the bench puppet; with everybody in it and every room warm. */

import { pino } from 'pino';
import { createBot } from '../../src/create-bot.js';
import { CAREFUL_PACING } from '../../src/domain/pacing.js';
import type { Bot } from '../../src/kit/bot.js';
import { openCommunityDatabase } from '../../src/open-community-database.js';
import type { ChatEvent, ChatGateway } from '../../src/ports/chat-gateway.js';
import type { Database } from '../../src/storage/database.js';
import type { PuppetSource } from '../../src/transport/wechaty/open-puppet.js';
import { createWechatyGateway } from '../../src/transport/wechaty/wechaty-gateway.js';
import { BenchClock } from './bench-clock.js';
import { BenchPuppet } from './bench-puppet.js';
import { accountName } from './seed.js';
import { type CheckInMessage, type Community, FIRST_DAY } from './workload.js';

export interface BenchBotOptions {
  /** Which account of the database it is, from 0. */
  readonly account?: number;
  /** Hears what leaves for WeChat. */
  readonly onSend?: (words: string) => void;
}

interface Parts {
  readonly bot: Bot;
  readonly gateway: ChatGateway;
  readonly database: Database;
}

const log = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));

export class BenchBot {
  readonly #clock: BenchClock;
  readonly #puppet: BenchPuppet;
  readonly #hearing: Hearing;
  readonly #parts: Parts;

  private constructor(clock: BenchClock, puppet: BenchPuppet, hearing: Hearing, parts: Parts) {
    this.#clock = clock;
    this.#puppet = puppet;
    this.#hearing = hearing;
    this.#parts = parts;
  }

  /** Resolves when it is online and has compared the member list of every room. */
  static async start(
    url: string,
    community: Community,
    { account = 0, onSend = () => {} }: BenchBotOptions = {},
  ): Promise<BenchBot> {
    const clock = new BenchClock(FIRST_DAY);
    const puppet = new BenchPuppet(community, onSend);
    const hearing = new Hearing(community.rooms);
    const parts = await compose(url, clock, puppet, accountName(account));
    await connect(parts, hearing);
    return new BenchBot(clock, puppet, hearing, parts);
  }

  /** Resolves when the message's transaction has committed, its acknowledgement in it. */
  handle(message: CheckInMessage): Promise<void> {
    this.#clock.reach(message.day);
    const heard = this.#hearing.of(message.id);
    this.#puppet.say(message, Math.floor(this.#clock.now() / 1_000));
    return heard;
  }

  async stop(): Promise<void> {
    const { bot, gateway, database } = this.#parts;
    await bot.stop();
    await gateway.stop();
    await database.close();
  }
}

async function compose(url: string, clock: BenchClock, puppet: BenchPuppet, account: string): Promise<Parts> {
  const source = { name: 'bench', make: async () => puppet } as unknown as PuppetSource;
  const database = await openCommunityDatabase(url, log, clock);
  const gateway = createWechatyGateway({ puppet: source, clock, log, rosterGapMs: 0 });
  const bot = await createBot({ accountName: account, pacing: CAREFUL_PACING, log, database, gateway, clock });
  return { bot, gateway, database };
}

async function connect({ bot, gateway }: Parts, hearing: Hearing): Promise<void> {
  bot.sender.start();
  await gateway.start({
    async onEvent(event) {
      await bot.receive(event);
      hearing.note(event);
    },
    onConnection: (connection) => bot.noteConnection(connection),
  });
  await hearing.warm;
}

/** Who waits for which message; and the rooms whose member lists were compared. */
class Hearing {
  readonly warm: Promise<void>;
  readonly #waiting = new Map<string, () => void>();
  #coldRooms: number;
  #allWarm: () => void = () => {};

  constructor(rooms: number) {
    this.#coldRooms = rooms;
    this.warm = new Promise((resolve) => (this.#allWarm = resolve));
  }

  of(messageId: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(messageId, resolve));
  }

  note(event: ChatEvent): void {
    if (event.type === 'room.roster' && --this.#coldRooms === 0) this.#allWarm();
    if (event.type !== 'message.received') return;
    this.#waiting.get(event.messageId)?.();
    this.#waiting.delete(event.messageId);
  }
}
