/**
 * A community on a rehearsed day: a WeChat in one process, the bot in another, and both their clocks ahead by the same.
 *
 * A moment of the day is put on any second of the machine: wake-ups have to be right, for the look once a minute is on the
 * machine's own minutes.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BotProcess } from './bot-process.js';
import { BotRecords } from './bot-records.js';
import type { SendMood, SendRecord } from './grpc-protocol.js';
import { GrpcWeChatProcess } from './grpc-wechat-process.js';
import { until } from './until.js';

/** A Tuesday to come, so that clocks run ahead and never behind. */
const DATE = '2031-03-04';
/** In days since 1970, as the bot counts them. */
export const DAY = Date.parse(`${DATE}T00:00Z`) / 86_400_000;

const CLAIM_CODE = 'REHEARSAL8';
export const TOPICS = {
  english: '早起英语体验群',
  poems: '唐诗共读一群',
  evening: '晚间英语群',
  weekend: '周末唐诗群',
} as const;
export type RoomName = keyof typeof TOPICS;
const MEMBERS: Readonly<Record<RoomName, readonly string[]>> = {
  english: ['陈老师', '林小满', '王大力', '赵一', '钱二', '孙三'],
  poems: ['陈老师', '林小满', '周周', '吴老四'],
  evening: ['陈老师', '赵一'],
  weekend: ['陈老师', '吴老四'],
};
const REGISTRATIONS: Readonly<Record<RoomName, string>> = {
  english: '/建群 体验 英语',
  poems: '/建群 付费 唐诗',
  evening: '/建群 付费 英语',
  weekend: '/建群 体验 唐诗',
};
/** The bot is online so long before the moment, unless told. */
const READY_BEFORE_MS = 6_000;
const SHORTEST_START_MS = 3_000;
const SECOND = 1_000;
/** So long PostgreSQL has for what it was asked just before. */
const HELD_FOR_MS = 100;
/** Before all that is rehearsed. */
const SETTLING_IN = Date.parse(`${DATE}T07:00+08:00`);

export class Rehearsal {
  readonly wechat: GrpcWeChatProcess;
  readonly records: BotRecords;
  readonly #folder: string;
  readonly #databaseUrl: string;
  readonly #people = new Map<string, string>();
  readonly #rooms = new Map<RoomName, string>();
  #isSettled = false;
  #bot: BotProcess | undefined;
  #second: BotProcess | undefined;
  /** Of the machine, in milliseconds. */
  #moment = 0;
  #ahead = 0;
  /** How long the last start took on this machine. */
  #startMs = SHORTEST_START_MS;

  private constructor(wechat: GrpcWeChatProcess, folder: string, databaseUrl: string) {
    this.wechat = wechat;
    this.#folder = folder;
    this.#databaseUrl = databaseUrl;
    this.records = new BotRecords(databaseUrl);
  }

  /**
   * People, a trial room with 5 members and a paid one with 3; others only if `rooms` says so. On SQLite unless told.
   */
  static async open({
    databaseUrl,
    rooms = ['english', 'poems'],
  }: { readonly databaseUrl?: string; readonly rooms?: readonly RoomName[] } = {}): Promise<Rehearsal> {
    const folder = mkdtempSync(join(tmpdir(), 'zaoba-rehearsal-'));
    const wechat = await GrpcWeChatProcess.start();
    const rehearsal = new Rehearsal(wechat, folder, databaseUrl ?? `file:${join(folder, 'zaoba.sqlite')}`);
    await rehearsal.#gather(rooms);
    return rehearsal;
  }

  get bot(): BotProcess {
    if (!this.#bot) throw new Error('The bot has not been started.');
    return this.#bot;
  }

  async end(): Promise<void> {
    await this.#bot?.kill();
    await this.#second?.kill();
    await this.wechat.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Puts `time` a few seconds from now, and starts the bot so long before it that it is online. */
  async approach(time: '08:00' | '20:00', readyBefore = READY_BEFORE_MS): Promise<void> {
    if (!this.#isSettled) await this.#settle();
    for (;;) {
      const lead = readyBefore + 2 * this.#startMs;
      this.#moment = Math.ceil((Date.now() + lead) / SECOND) * SECOND;
      await this.#setClocks(Date.parse(`${DATE}T${time}+08:00`) - this.#moment);
      await this.start();
      if (this.#moment - Date.now() >= readyBefore) return;
      await this.bot.stop();
    }
  }

  async #setClocks(ahead: number): Promise<void> {
    this.#ahead = ahead;
    await this.records.forgetWakeUps();
    await this.wechat.ask('clockAhead', { ms: ahead });
  }

  /** On the same data, in the same time; resolves when it is online. */
  async start(): Promise<void> {
    const before = performance.now();
    this.#bot = this.#launch(this.#folder);
    await this.#bot.online();
    this.#startMs = Math.max(SHORTEST_START_MS, performance.now() - before);
  }

  /** Starts a second process for the same account, as on another machine; resolves when it stands by. PostgreSQL only. */
  async standBy(): Promise<void> {
    const second = this.#launch(join(this.#folder, 'second'));
    this.#second = second;
    await second.eventually('it stands by', () => second.isConnected('standby'), 60_000);
  }

  /** The first process dies; `bot` is the one that stood by from now on. */
  async dieInTheLead(): Promise<void> {
    await this.#bot?.kill();
    this.#bot = this.#second;
    this.#second = undefined;
  }

  /** The first process is held still in the middle of a transaction, and returned; `bot` is the one that stood by. */
  async freezeInTheLead(): Promise<BotProcess> {
    const first = this.bot;
    await until('it is held in a transaction', () => this.#isFrozenInTransaction(first), 60_000);
    this.#bot = this.#second;
    this.#second = first;
    return first;
  }

  /** Goes on at once if there was none just then. */
  async #isFrozenInTransaction(bot: BotProcess): Promise<boolean> {
    await Promise.all(MEMBERS.english.map((name) => this.whispers(name, '我的')));
    await sleep(20 * Math.random());
    process.kill(bot.pid, 'SIGSTOP');
    await sleep(HELD_FOR_MS);
    if (await this.records.isAccountHeld()) return true;
    process.kill(bot.pid, 'SIGCONT');
    return false;
  }

  #launch(folder: string): BotProcess {
    return new BotProcess(folder, {
      ...this.wechat.environment,
      DATABASE_URL: this.#databaseUrl,
      DATA_DIR: join(folder, 'data'),
      ZAOBA_PORT: '0',
      ZAOBA_CLAIM_CODE: CLAIM_CODE,
      ZAOBA_PACING: 'simulated',
      ZAOBA_CLOCK_AHEAD: String(this.#ahead),
    });
  }

  /** Waits until so many seconds after the moment that was approached; negative for before. */
  async at(seconds: number): Promise<void> {
    await sleep(Math.max(0, this.#moment + seconds * 1_000 - Date.now()));
  }

  /** Seconds between the moment that was approached and an instant of the rehearsed day. */
  after(instant: number): number {
    return (instant - this.#ahead - this.#moment) / 1_000;
  }

  /** Resolves to the message's id. */
  async says(name: string, room: RoomName, text: string): Promise<string> {
    const chatId = this.#roomId(room);
    return (await this.wechat.ask('say', { personId: this.#personId(name), chatId, text })).id;
  }

  async whispers(name: string, text: string): Promise<string> {
    const personId = this.#personId(name);
    return (await this.wechat.ask('say', { personId, chatId: personId, text })).id;
  }

  mood(mood: SendMood, count: number): Promise<null> {
    return this.wechat.ask('mood', { mood, count });
  }

  /** Every attempt of the bot to say something with these words there, arrived or not. */
  async attempts(where: RoomName | { readonly person: string }, words: string): Promise<readonly SendRecord[]> {
    const chatId = typeof where === 'string' ? this.#roomId(where) : this.#personId(where.person);
    return (await this.wechat.ask('sends', {})).filter(({ to, text }) => to === chatId && text.includes(words));
  }

  /** Those attempts that are in the chat. */
  async arrived(where: RoomName | { readonly person: string }, words: string): Promise<readonly SendRecord[]> {
    return (await this.attempts(where, words)).filter(({ messageId }) => messageId !== undefined);
  }

  /** Waits until something with these words is in the chat. */
  async hears(where: RoomName | { readonly person: string }, words: string, withinMs?: number): Promise<SendRecord> {
    const heard = async () => (await this.arrived(where, words))[0];
    return this.bot.eventually(`it says ${words}`, heard, withinMs);
  }

  async #gather(rooms: readonly RoomName[]): Promise<void> {
    for (const name of new Set(Object.values(MEMBERS).flat())) {
      this.#people.set(name, (await this.wechat.ask('addPerson', { name })).id);
    }
    for (const room of rooms) {
      const memberIds = MEMBERS[room].map((name) => this.#personId(name));
      this.#rooms.set(room, (await this.wechat.ask('addRoom', { topic: TOPICS[room], memberIds })).id);
    }
  }

  /** The bot is claimed and its rooms are registered, in a run of its own. */
  async #settle(): Promise<void> {
    await this.#setClocks(SETTLING_IN - Date.now());
    await this.start();
    const rooms = [...this.#rooms.keys()];
    await this.whispers('陈老师', `认领 ${CLAIM_CODE}`);
    await this.hears({ person: '陈老师' }, '认领成功');
    for (const room of rooms) await this.says('陈老师', room, REGISTRATIONS[room]);
    for (const room of rooms) await this.hears(room, '已登记');
    await this.bot.stop();
    this.#isSettled = true;
  }

  #roomId(room: RoomName): string {
    return this.#rooms.get(room) ?? '';
  }

  #personId(name: string): string {
    return this.#people.get(name) ?? '';
  }
}
