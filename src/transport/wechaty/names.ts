/**
 * Names and topics as the platform last told them. Wechaty's own cache of room members never hits (a typo there), and
 * over gRPC every look-up is a call. `known` is for the hot path: one look, and no turn of the event loop.
 */

import type { Puppet } from 'wechaty-puppet';
import { within } from './waiting.js';

interface KnownRoom {
  topic?: string;
  /** By id. */
  readonly names: Map<string, string>;
}

const MOST_ROOMS = 1_000;
const MOST_PEOPLE = 5_000;
const PATIENCE_MS = 10_000;

export class Names {
  readonly #puppet: Puppet;
  readonly #rooms = new Map<string, KnownRoom>();
  readonly #people = new Map<string, string>();
  /** Questions under way. What was learnt or forgotten meanwhile takes its question away, and the answer is not kept. */
  readonly #asking = new Map<string, Promise<string>>();

  constructor(puppet: Puppet) {
    this.#puppet = puppet;
  }

  known(roomId: string): { readonly topic?: string; readonly names: ReadonlyMap<string, string> } | undefined {
    return this.#rooms.get(roomId);
  }

  /** Everybody known in the room so far, by id. */
  everybodyKnownIn(roomId: string): ReadonlyMap<string, string> {
    return this.#room(roomId).names;
  }

  /** Empty when the platform does not tell, as the other names here. */
  async topic(roomId: string): Promise<string> {
    const question = async () => (await this.#puppet.roomPayload(roomId)).topic;
    const keep = (topic: string) => this.learnTopic(roomId, topic);
    return this.known(roomId)?.topic ?? this.#ask(topicKey(roomId), question, keep);
  }

  /** The name used in the room, else the person's own. */
  async inRoom(roomId: string, personId: string): Promise<string> {
    const known = this.known(roomId)?.names.get(personId);
    if (known !== undefined) return known;
    const keep = (name: string) => this.#room(roomId).names.set(personId, name);
    const name = await this.#ask(`${roomId}/${personId}`, () => this.#memberName(roomId, personId), keep);
    return name || this.ofPerson(personId);
  }

  async ofPerson(personId: string): Promise<string> {
    const question = async () => (await this.#puppet.contactPayload(personId)).name;
    const keep = (name: string) => remember(this.#people, personId, name, MOST_PEOPLE);
    return this.#people.get(personId) ?? this.#ask(personKey(personId), question, keep);
  }

  learnRoom(roomId: string, topic: string, names: ReadonlyMap<string, string>): void {
    const told = [...names].filter(([, name]) => name !== '');
    remember(this.#rooms, roomId, { topic, names: new Map(told) }, MOST_ROOMS);
  }

  learnTopic(roomId: string, topic: string): void {
    this.#asking.delete(topicKey(roomId));
    this.#room(roomId).topic = topic;
  }

  /** The names in the room are kept: whoever just left is still to be named. */
  forgetTopic(roomId: string): void {
    this.#asking.delete(topicKey(roomId));
    delete this.#rooms.get(roomId)?.topic;
  }

  forgetPerson(personId: string): void {
    this.#asking.delete(personKey(personId));
    this.#people.delete(personId);
    for (const [roomId, { names }] of this.#rooms) {
      this.#asking.delete(`${roomId}/${personId}`);
      names.delete(personId);
    }
  }

  #room(roomId: string): KnownRoom {
    const room = this.#rooms.get(roomId) ?? { names: new Map<string, string>() };
    remember(this.#rooms, roomId, room, MOST_ROOMS);
    return room;
  }

  async #memberName(roomId: string, personId: string): Promise<string> {
    const { roomAlias, name } = await this.#puppet.roomMemberPayload(roomId, personId);
    return roomAlias || name;
  }

  /** One question at a time for each name, however many messages wait for it. */
  #ask(key: string, question: () => Promise<string>, keep: (answer: string) => void): Promise<string> {
    const asked = this.#asking.get(key);
    if (asked) return asked;
    const answer = within(PATIENCE_MS, 'A look-up of a name', question()).catch(() => '');
    const answered = answer.then((name) => {
      if (this.#asking.get(key) === answered && name !== '') keep(name);
      if (this.#asking.get(key) === answered) this.#asking.delete(key);
      return name;
    });
    this.#asking.set(key, answered);
    return answered;
  }
}

function topicKey(roomId: string): string {
  return `topic of ${roomId}`;
}

function personKey(personId: string): string {
  return `name of ${personId}`;
}

function remember<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
