/** A simulated WeChat in memory, for tests of what stands on top of it. */

import type { Picture } from '../../src/domain/picture.js';
import type {
  SimulatedChange,
  SimulatedMessage,
  SimulatedPerson,
  SimulatedRoom,
  SimulatedWeChat,
} from '../../src/ports/simulated-wechat.js';

const botId = 'bot';

export class FakeSimulatedWeChat implements SimulatedWeChat {
  readonly #now: () => number;
  readonly #listeners = new Set<(change: SimulatedChange) => void>();
  readonly #pictures = new Map<string, Picture>();
  #people: SimulatedPerson[] = [{ id: botId, name: '早八助手', isBot: true }];
  #rooms: SimulatedRoom[] = [];
  #messages: SimulatedMessage[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  people(): readonly SimulatedPerson[] {
    return this.#people;
  }

  rooms(): readonly SimulatedRoom[] {
    return this.#rooms;
  }

  messagesAfter(sequence: number, limit: number): readonly SimulatedMessage[] {
    return this.#messages.filter((message) => message.sequence > sequence).slice(-limit);
  }

  picture(messageId: string): Picture | undefined {
    return this.#pictures.get(messageId);
  }

  subscribe(listener: (change: SimulatedChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  addPerson(name: string): SimulatedPerson {
    const person = { id: `p${this.#people.length}`, name, isBot: false };
    this.#people = [...this.#people, person];
    this.#tell({ type: 'cast' });
    return person;
  }

  renamePerson(personId: string, name: string): void {
    this.#present(personId);
    this.#people = this.#people.map((person) => (person.id === personId ? { ...person, name } : person));
    this.#tell({ type: 'cast' });
  }

  addRoom(topic: string, memberIds: readonly string[]): SimulatedRoom {
    const room = { id: `r${this.#rooms.length + 1}`, topic, memberIds: [botId, ...memberIds] };
    this.#rooms = [...this.#rooms, room];
    this.#tell({ type: 'cast' });
    this.append({ chatId: room.id, kind: 'notice', text: `群「${topic}」建好了` });
    return room;
  }

  renameRoom(roomId: string, topic: string): void {
    this.#changeRoom(roomId, (room) => ({ ...room, topic }));
  }

  joinRoom(roomId: string, personId: string): void {
    const { name } = this.#present(personId);
    this.#changeRoom(roomId, (room) => ({ ...room, memberIds: [...room.memberIds, personId] }));
    this.append({ chatId: roomId, kind: 'notice', text: `"${name}"加入了群聊` });
  }

  leaveRoom(roomId: string, personId: string): void {
    const { name } = this.#present(personId);
    this.#changeRoom(roomId, (room) => ({ ...room, memberIds: room.memberIds.filter((id) => id !== personId) }));
    this.append({ chatId: roomId, kind: 'notice', text: `"${name}"退出了群聊` });
  }

  say(personId: string, chatId: string, text: string, mentionIds: readonly string[] = []): SimulatedMessage {
    this.#present(personId);
    return this.append({ fromId: personId, chatId, text, mentionIds });
  }

  sendPicture(personId: string, chatId: string, picture: Picture): SimulatedMessage {
    this.#present(personId);
    const message = this.append({ fromId: personId, chatId, kind: 'picture' });
    this.#pictures.set(message.id, picture);
    return message;
  }

  sendMedia(personId: string, chatId: string, kind: 'voice' | 'video' | 'link', caption: string): SimulatedMessage {
    this.#present(personId);
    return this.append({ fromId: personId, chatId, kind, text: caption });
  }

  /** What happens by itself; from the bot unless said otherwise. */
  append(part: Partial<SimulatedMessage> & { readonly chatId: string }): SimulatedMessage {
    const sequence = this.#messages.length + 1;
    const usual = { id: `m${sequence}`, fromId: botId, kind: 'text', text: '', mentionIds: [] } as const;
    const message: SimulatedMessage = { ...usual, at: this.#now(), ...part, sequence };
    this.#messages.push(message);
    this.#tell({ type: 'message', message });
    return message;
  }

  /** As in the real simulation: the message keeps its number and loses its words. */
  recall(messageId: string): void {
    const said = this.#messages.find(({ id }) => id === messageId);
    if (!said) throw new RangeError('There is no such message.');
    const recalled: SimulatedMessage = { ...said, kind: 'recalled', text: '' };
    this.#messages = this.#messages.map((message) => (message.id === messageId ? recalled : message));
    this.#tell({ type: 'message', message: recalled });
  }

  #changeRoom(roomId: string, change: (room: SimulatedRoom) => SimulatedRoom): void {
    if (!this.#rooms.some(({ id }) => id === roomId)) throw new RangeError('There is no such room.');
    this.#rooms = this.#rooms.map((room) => (room.id === roomId ? change(room) : room));
    this.#tell({ type: 'cast' });
  }

  #present(personId: string): SimulatedPerson {
    const person = this.#people.find(({ id }) => id === personId);
    if (!person) throw new RangeError('There is no such person.');
    return person;
  }

  #tell(change: SimulatedChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
