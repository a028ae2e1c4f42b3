/** Where people speak, come and go, and what the bot does among them without words: the judge's ledger of all of it. */

import type { ChatMessage } from '../../../src/ports/chat-gateway.js';
import { type DoneErrand, JudgeWeChat } from '../faults/judge-wechat.js';
import { SELF } from '../faults/protocol.js';
import { Ears } from './ears.js';
import { RoomBook } from './room-book.js';
import type { Person, Place } from './town.js';

export class Scene {
  readonly wechat = new JudgeWeChat('replay');
  readonly rooms = new RoomBook();
  readonly faults: string[] = [];
  /** What comes of the bot's asking somebody in. */
  invited: (person: string, room: string) => void = () => {};
  /** Somebody has come into a room, or gone. */
  moved: (person: string, place: Place, how: 'came' | 'went') => void = () => {};
  now: number;
  protected readonly ears = new Ears();
  #serial = 0;

  constructor(now: number) {
    this.now = now;
    this.wechat.onErrand = (done) => this.#carryOut(done);
  }

  says(person: Person, place: Place, text: string, words: Partial<ChatMessage> = {}): void {
    this.ears.note(place.platformId, this.now);
    this.wechat.tell({ ...this.#typed(person, text), room: place, ...words });
  }

  whispers(person: Person, text: string): void {
    this.ears.note(person.platformId, this.now);
    this.wechat.tell(this.#typed(person, text));
  }

  /** Heard at that moment: what the bot says then may be its answer. */
  wasSpokenIn(chat: string, at: number): boolean {
    return this.ears.wasSpokenIn(chat, at);
  }

  hasWhispered(person: string, before: number): boolean {
    return this.ears.firstOf(person) <= before;
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

  /** Of an invitation, when the time has come. */
  expect(person: Person, place: Place, at: number): void {
    this.rooms.expect({ person, place, inviter: SELF, at });
  }

  protected nextName(): string {
    return `typed-${++this.#serial}`;
  }

  #typed(sender: Person, text: string): ChatMessage {
    const base = { type: 'message.received', messageId: this.nextName(), sentAt: this.now } as const;
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
    this.leaves({ platformId, name: '' }, { platformId: room, topic: '', behind: 0 });
  }
}
