/** The people's side of the simulated WeChat: what a page can see and do, with everything checked first. */

import { type Picture, pictureType } from '../../domain/picture.js';
import type {
  SimulatedChange,
  SimulatedMessage,
  SimulatedPerson,
  SimulatedRoom,
  SimulatedWeChat,
} from '../../ports/simulated-wechat.js';
import { acceptableName, acceptablePicture, acceptableText } from './acceptable.js';
import type { SimulatedWorld } from './simulated-world.js';
import { newPerson } from './snapshot-of.js';

export class PeopleSide implements SimulatedWeChat {
  readonly #world: SimulatedWorld;

  constructor(world: SimulatedWorld) {
    this.#world = world;
  }

  people(): readonly SimulatedPerson[] {
    return this.#world.cast.people().map(({ id, name, isBot }) => ({ id, name, isBot }));
  }

  rooms(): readonly SimulatedRoom[] {
    return this.#world.cast.rooms().map(({ id, topic, memberIds }) => ({ id, topic, memberIds }));
  }

  messagesAfter(sequence: number, limit: number): readonly SimulatedMessage[] {
    return this.#world.history.after(sequence, limit);
  }

  picture(messageId: string): Picture | undefined {
    const media = this.#world.media.find(messageId);
    const type = media && pictureType(media.bytes);
    return type && { name: media.name, type, bytes: media.bytes };
  }

  subscribe(listener: (change: SimulatedChange) => void): () => void {
    return this.#world.changes.listen(listener);
  }

  addPerson(name: string): SimulatedPerson {
    const person = newPerson({ id: this.#world.ids.next('wxid_'), name: acceptableName(name), isBot: false });
    this.#world.cast.putPerson(person);
    this.#world.changes.tell({ type: 'cast' });
    return person;
  }

  renamePerson(personId: string, name: string): void {
    this.#world.changePerson(personId, { name: acceptableName(name) });
  }

  addRoom(topic: string, memberIds: readonly string[]): SimulatedRoom {
    const { cast, ids } = this.#world;
    const bot = cast.bot().id;
    const others = memberIds.map((id) => cast.person(id).id);
    const room = {
      id: ids.next('', '@chatroom'),
      topic: acceptableName(topic),
      memberIds: [...new Set([bot, ...others])],
      ownerId: bot,
      adminIds: [],
      nicknames: {},
      announcement: '',
    };
    cast.putRoom(room);
    this.#world.changes.tell({ type: 'cast' });
    this.#world.events.tell({
      type: 'joined',
      roomId: room.id,
      personIds: [bot],
      byId: bot,
      at: this.#world.clock.now(),
    });
    return room;
  }

  renameRoom(roomId: string, topic: string): void {
    this.#world.renameRoom(roomId, acceptableName(topic), this.#world.cast.room(roomId).ownerId);
  }

  joinRoom(roomId: string, personId: string): void {
    this.#world.admit(roomId, [personId], this.#world.cast.room(roomId).ownerId);
  }

  leaveRoom(roomId: string, personId: string): void {
    this.#world.dismiss(roomId, [this.#world.cast.person(personId).id], personId);
  }

  say(personId: string, chatId: string, text: string, mentionIds: readonly string[] = []): SimulatedMessage {
    this.#mustBeIn(personId, chatId);
    for (const id of mentionIds) this.#mustBeIn(id, chatId);
    return this.#world.post(personId, chatId, { kind: 'text', text: acceptableText(text), mentionIds });
  }

  sendPicture(personId: string, chatId: string, picture: Picture): SimulatedMessage {
    this.#mustBeIn(personId, chatId);
    return this.#world.post(personId, chatId, { kind: 'picture', text: '' }, acceptablePicture(picture));
  }

  sendMedia(personId: string, chatId: string, kind: 'voice' | 'video' | 'link', caption: string): SimulatedMessage {
    this.#mustBeIn(personId, chatId);
    return this.#world.post(personId, chatId, { kind, text: caption === '' ? '' : acceptableText(caption) });
  }

  #mustBeIn(personId: string, chatId: string): void {
    const { cast } = this.#world;
    const person = cast.person(personId);
    if (cast.hasRoom(chatId)) {
      if (!cast.isMember(chatId, personId)) throw new RangeError(`${person.name} is not in this room.`);
    } else if (cast.person(chatId).id !== personId && !person.isBot) {
      throw new RangeError(`${person.name} cannot speak in this private chat.`);
    }
  }
}
