/**
 * The people around one WeChat login: they type, days pass, and a judge keeps count of all of it.
 *
 * Their clock is simulated: a day takes a fraction of a second.
 */

import type { ChatMessage, ChatPerson } from '../../../src/ports/chat-gateway.js';
import type { JudgeRecords } from './judge-records.js';
import { type EchoAbility, JudgeWeChat } from './judge-wechat.js';
import type { LoginOptions } from './judged-login.js';
import { CLAIM_CODE, type Order } from './protocol.js';
import { TypedCheckIns } from './typed-check-ins.js';
import { type JudgedRoom, verdictOn } from './verdict.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Monday, 2 March 2026, in Shanghai: clocks change in New York on 8 March, in London on the 29th. */
const START = Date.parse('2026-03-02T09:00:00+08:00');
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Europe/London', 'Asia/Kolkata'] as const;
const OWNER = { platformId: 'wx-owner', name: '陈老师' } as const;
const LESSONS = 400;
/** Of 24 hours' check-ins, so many come. */
const DILIGENCE = 0.9;

export interface TownOptions {
  readonly random: () => number;
  readonly rooms?: number;
  /** In each room. */
  readonly members?: number;
  readonly echo?: EchoAbility;
  /** Before all names and topics, where another login has other people and rooms by the same ids. */
  readonly label?: string;
}

export abstract class JudgedTown {
  readonly wechat: JudgeWeChat;
  readonly rooms: readonly JudgedRoom[];
  now = START;
  abstract readonly bots: { survive(order: Order): Promise<boolean> };
  readonly #options: TownOptions;
  readonly #typed = new TypedCheckIns();
  readonly #faults: string[] = [];
  #serial = 0;

  constructor(options: TownOptions) {
    const { rooms = 3, echo = 'replay', label = '' } = options;
    this.#options = options;
    this.wechat = new JudgeWeChat(echo);
    this.rooms = Array.from({ length: rooms }, (_, index) => ({
      topic: `${label}${index + 1}群`,
      platformId: `room-${index}@chatroom`,
      zone: ZONES[index % ZONES.length] ?? ZONES[0],
    }));
  }

  /** Members of a room. No two people have one name. */
  people({ topic }: JudgedRoom): readonly string[] {
    return Array.from({ length: this.#options.members ?? 5 }, (_, index) => `${topic}学员${index + 1}`);
  }

  says(name: string, room: JudgedRoom, text: string, words: Partial<ChatMessage> = {}): ChatMessage {
    const { topic, platformId } = room;
    const sender = this.#person(name);
    const base = { type: 'message.received', messageId: `typed-${++this.#serial}`, sentAt: this.now, text } as const;
    const rest = { kind: 'text', sender, mentions: [], mentionsBot: false, room: { topic, platformId } } as const;
    const message: ChatMessage = { ...base, ...rest, ...words };
    this.wechat.tell(message);
    return message;
  }

  checksIn(name: string, room: JudgedRoom, at = this.now): ChatMessage {
    this.#typed.note(room, name, at);
    return this.says(name, room, this.#options.random() < 0.5 ? '打卡' : '打卡 今天读了三页', { sentAt: at });
  }

  ownerSays(text: string, room?: JudgedRoom): void {
    const message = this.says(OWNER.name, room ?? { topic: '', platformId: '', zone: '' }, text, { sender: OWNER });
    if (!room) Reflect.deleteProperty(message, 'room');
  }

  /** Everybody checks in about once a day, some twice and some not at all, at any time until `to`. */
  chatterUntil(to: number): void {
    const { random } = this.#options;
    const span = to - this.now;
    for (const room of this.rooms) {
      for (const name of this.people(room)) {
        if (random() < (DILIGENCE * span) / DAY) this.checksIn(name, room, this.now + Math.floor(random() * span));
      }
    }
  }

  /** Time goes on. Resolves to false when a bot died on the way; another one lives then. */
  async pass(to: number): Promise<boolean> {
    this.now = to;
    return this.bots.survive({ do: 'pass', now: to });
  }

  /** Claimed, or known by a code, with a course of 400 days, and every room registered in its zone. */
  async settleIn(introduction = `认领 ${CLAIM_CODE}`): Promise<void> {
    const course = `常青${this.#options.label ?? ''}`;
    const lessons = Array.from(
      { length: LESSONS },
      (_, index) => `## 第 ${index + 1} 天 ${course}第 ${index + 1} 课\n\n读一页。`,
    );
    this.ownerSays(introduction);
    this.ownerSays(`/课程 导入 ${course}\n# ${course}\n\n${lessons.join('\n\n')}`);
    for (const room of this.rooms) {
      this.ownerSays(`/建群 付费 ${course}`, room);
      this.ownerSays(`/设置 时区 ${room.zone}`, room);
      const people = this.people(room).map((name) => this.#person(name));
      this.wechat.tell({ type: 'room.roster', room, people, at: this.now });
    }
    await this.settle();
    const words = this.wechat.arrivals.map(({ text }) => text).join('\n');
    if (!/认领成功|认出你了/u.test(words) || !words.includes(course))
      throw new Error(`It did not settle in:\n${words}`);
  }

  /** A second goes by, until a bot has lived through one from beginning to end. */
  async settle(): Promise<void> {
    for (;;) if (await this.pass(this.now + SECOND)) return;
  }

  /** From here on nothing goes wrong: all that is open comes to its end. */
  async calmDown(): Promise<void> {
    this.wechat.fate = () => 'whole';
    for (let calm = 0; calm < 3;) calm = (await this.pass(this.now + 11 * SECOND)) ? calm + 1 : 0;
    await this.pass(this.now + HOUR);
    await this.settle();
  }

  /** What is wrong, in words, by what the bot has written down. */
  verdict(records: JudgeRecords): string[] {
    const { arrivals } = this.wechat;
    const owed = { rooms: this.rooms, from: START + 2 * DAY, until: this.now };
    return [...this.#faults, ...verdictOn({ records, arrivals, ...owed, counted: this.#typed.standings() })];
  }

  /** What its bots need of it. */
  protected get login(): LoginOptions {
    const { wechat } = this;
    const { random } = this.#options;
    const now = (): number => this.now;
    return { wechat, random, now, failed: (line) => void this.#faults.push(`it logged ${JSON.stringify(line)}`) };
  }

  #person(name: string): ChatPerson {
    return { platformId: `wx-${name.slice(this.#options.label?.length)}`, name };
  }
}
