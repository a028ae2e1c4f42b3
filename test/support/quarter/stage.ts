/**
 * Where people speak, come and go before a bot that may die at any moment; and the judge's ledger of all of it.
 *
 * Time stands still until `passTo`: then everything that was said is heard, and the bot has done what it had to do.
 */

import type { ChatMessage } from '../../../src/ports/chat-gateway.js';
import { type DoneErrand, JudgeWeChat } from '../faults/judge-wechat.js';
import { JudgedBots } from '../faults/judged-bots.js';
import { type LoggedLine, SELF } from '../faults/protocol.js';
import type { Killer } from './killer.js';
import { RoomBook } from './room-book.js';
import type { Person, Place } from './town.js';

const SECOND = 1_000;

export interface StageOptions {
  readonly url: string;
  readonly start: number;
  readonly random: () => number;
  readonly killer: Killer;
}

export class Stage {
  readonly wechat = new JudgeWeChat('replay');
  readonly bots: JudgedBots;
  readonly rooms = new RoomBook();
  readonly faults: string[] = [];
  /** What comes of the bot's asking somebody in. */
  invited: (person: string, room: string) => void = () => {};
  /** Somebody has come into a room, or gone. */
  moved: (person: string, place: Place, how: 'came' | 'went') => void = () => {};
  now: number;
  readonly #options: StageOptions;
  /** When something was said, by chat. */
  readonly #spoken = new Map<string, number[]>();
  #serial = 0;

  constructor(options: StageOptions) {
    const { url, start, random } = options;
    this.#options = options;
    this.now = start;
    const failed = (line: LoggedLine): void => void this.faults.push(`it logged ${JSON.stringify(line)}`);
    const common = { url, random, failed, wechat: this.wechat, now: () => this.now };
    this.bots = new JudgedBots({ ...common, processes: 1, steady: false, environment: {} });
    this.wechat.onErrand = (done) => this.#carryOut(done);
  }

  says(person: Person, place: Place, text: string, words: Partial<ChatMessage> = {}): void {
    this.#note(place.platformId);
    this.wechat.tell({ ...this.#typed(person, text), room: place, ...words });
  }

  whispers(person: Person, text: string): void {
    this.#note(person.platformId);
    this.wechat.tell(this.#typed(person, text));
  }

  /** Heard at that moment: what the bot says then may be its answer. */
  wasSpokenIn(chat: string, at: number): boolean {
    return (this.#spoken.get(chat) ?? []).some((said) => said <= at && at - said <= SECOND);
  }

  hasWhispered(person: string, before: number): boolean {
    return (this.#spoken.get(person)?.[0] ?? Infinity) <= before;
  }

  enters(person: Person, place: Place, inviter?: Person): void {
    this.rooms.enter({ person, place, inviter, at: this.now });
    const who = { people: [person], at: this.now, ...(inviter && { inviter }) };
    this.wechat.tell({ type: 'room.joined', room: place, ...who });
    this.moved(person.platformId, place, 'came');
  }

  leaves(person: Person, place: Place): void {
    if (!this.rooms.isIn(person, place)) return;
    this.rooms.leave(person, place);
    this.wechat.tell({ type: 'room.left', room: place, people: [person], at: this.now });
    this.moved(person.platformId, place, 'went');
  }

  /** Resolves when a bot has lived through it from beginning to end. */
  async passTo(at: number): Promise<void> {
    this.now = at;
    const { killer } = this.#options;
    for (;;) if (await killer.endanger(this, () => this.bots.survive({ do: 'pass', now: at }))) return;
  }

  /** Resolves to what the bot says there meanwhile, one blank line between messages; said in private without a place. */
  async asks(person: Person, place: Place | undefined, text: string): Promise<string> {
    const from = this.wechat.arrivals.length;
    if (place) this.says(person, place, text);
    else this.whispers(person, text);
    await this.passTo(this.now + SECOND);
    const chat = (place ?? person).platformId;
    const heard = this.wechat.arrivals.slice(from).filter((arrival) => arrival.chat === chat);
    return heard.map((arrival) => arrival.text).join('\n\n');
  }

  #note(chat: string): void {
    const moments = this.#spoken.get(chat) ?? [];
    moments.push(this.now);
    this.#spoken.set(chat, moments);
  }

  #typed(sender: Person, text: string): ChatMessage {
    const base = { type: 'message.received', messageId: `typed-${++this.#serial}`, sentAt: this.now } as const;
    return { ...base, text, kind: 'text', sender, mentions: [], mentionsBot: false };
  }

  #carryOut({ errand, at }: DoneErrand): void {
    if (!('roomPlatformId' in errand)) return;
    const [platformId, room] = [errand.personPlatformId, errand.roomPlatformId];
    if (errand.do === 'invite') {
      this.rooms.invitations.push({ platformId, room, at });
      return this.invited(platformId, room);
    }
    this.rooms.removals.push({ platformId, room, at });
    this.leaves({ platformId, name: '' }, { platformId: room, topic: '' });
  }

  /** Of an invitation, when the time has come. */
  expect(person: Person, place: Place, at: number): void {
    this.rooms.expect({ person, place, inviter: SELF, at });
  }
}
