/**
 * A puppet that costs as little as a puppet can: payloads come from memory, sends are counted.
 *
 * Only what the bot calls is there.
 */

import { Puppet, type payloads, types } from 'wechaty-puppet';
import { type CheckInMessage, type Community, memberName, roomId, wxid } from './workload.js';

interface PuppetCore {
  emit(event: 'message', payload: payloads.EventMessage): boolean;
  emit(event: 'dong', payload: payloads.EventDong): boolean;
  login(contactId: string): void;
}

/** Wechaty's class is abstract in a hundred methods that nothing here calls. */
const BarePuppet = Puppet as unknown as new () => PuppetCore;

export const BOT_ID = 'wxid_bench_bot';
export const BOT_NAME = '早八';

const MOST_MESSAGES = 256;

export class BenchPuppet extends BarePuppet {
  readonly #community: Community;
  readonly #rooms: readonly payloads.Room[];
  readonly #roomsById: ReadonlyMap<string, payloads.Room>;
  readonly #messages = new Map<string, payloads.Message>();
  readonly #onSend: (words: string) => void;
  #sends = 0;

  constructor(community: Community, onSend: (words: string) => void) {
    super();
    this.#community = community;
    this.#onSend = onSend;
    this.#rooms = Array.from({ length: community.rooms }, (_, room) => this.#roomPayload(room));
    this.#roomsById = new Map(this.#rooms.map((room) => [room.id, room]));
  }

  /** A member says it, at `sentAt` in seconds. */
  say({ id, room, member, text }: CheckInMessage, sentAt: number): void {
    const chat = this.#rooms[room];
    const talkerId = chat?.memberIdList[1 + member - room * this.#community.perRoom];
    if (!chat || !talkerId) throw new RangeError(`There is no member ${member} in room ${room}.`);
    // What is in it was read as it came. Taking each out by itself would cost more than all the rest here.
    if (this.#messages.size === MOST_MESSAGES) this.#messages.clear();
    const type = types.Message.Text;
    this.#messages.set(id, { id, type, talkerId, roomId: chat.id, text, timestamp: sentAt, mentionIdList: [] });
    this.emit('message', { messageId: id });
  }

  name(): string {
    return 'bench';
  }

  version(): string {
    return '1.0.0';
  }

  ding(data = ''): void {
    setImmediate(() => this.emit('dong', { data }));
  }

  async onStart(): Promise<void> {
    setImmediate(() => this.login(BOT_ID));
  }

  async onStop(): Promise<void> {}

  async contactRawPayload(id: string): Promise<payloads.Contact> {
    const unknown = { avatar: '', gender: types.ContactGender.Unknown, type: types.Contact.Individual, phone: [] };
    return { ...unknown, id, name: id === BOT_ID ? BOT_NAME : id };
  }

  async contactRawPayloadParser(payload: payloads.Contact): Promise<payloads.Contact> {
    return payload;
  }

  async roomList(): Promise<string[]> {
    return this.#rooms.map(({ id }) => id);
  }

  async roomRawPayload(id: string): Promise<payloads.Room> {
    const room = this.#roomsById.get(id);
    if (!room) throw new RangeError(`There is no room ${id}.`);
    return room;
  }

  async roomRawPayloadParser(payload: payloads.Room): Promise<payloads.Room> {
    return payload;
  }

  async roomMemberList(id: string): Promise<string[]> {
    return (await this.roomRawPayload(id)).memberIdList;
  }

  async roomMemberRawPayload(_roomId: string, id: string): Promise<payloads.RoomMember> {
    const member = Number.parseInt(id.slice(-5), 36);
    return { id, name: id === BOT_ID ? BOT_NAME : memberName(member), avatar: '' };
  }

  async roomMemberRawPayloadParser(payload: payloads.RoomMember): Promise<payloads.RoomMember> {
    return payload;
  }

  async messageRawPayload(id: string): Promise<payloads.Message> {
    const message = this.#messages.get(id);
    if (!message) throw new RangeError(`There is no message ${id}.`);
    return message;
  }

  async messageRawPayloadParser(payload: payloads.Message): Promise<payloads.Message> {
    return payload;
  }

  async messageSendText(_to: string, words: string): Promise<string> {
    this.#sends += 1;
    this.#onSend(words);
    return `sent-${this.#sends}`;
  }

  /** The bot first, then everybody in order. Read from JSON, as what comes from a platform: joined strings cost more to look up. */
  #roomPayload(room: number): payloads.Room {
    const { perRoom } = this.#community;
    const members = Array.from({ length: perRoom }, (_, index) => wxid(room * perRoom + index));
    const payload = { id: roomId(room), topic: `room${room}`, memberIdList: [BOT_ID, ...members], adminIdList: [] };
    return JSON.parse(JSON.stringify(payload)) as payloads.Room;
  }
}
