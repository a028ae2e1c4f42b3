/** The people and rooms of the simulated WeChat, and who is where. Knows nothing of messages and events. */

import type { WorldPerson, WorldRoom } from './world-state.js';

const LARGEST_ROOM = 500;

export class Cast {
  readonly #people: Map<string, WorldPerson>;
  readonly #rooms = new Map<string, WorldRoom>();
  readonly #members = new Map<string, ReadonlySet<string>>();

  constructor(people: readonly WorldPerson[], rooms: readonly WorldRoom[]) {
    this.#people = new Map(people.map((person) => [person.id, person]));
    for (const room of rooms) this.putRoom(room);
  }

  people(): readonly WorldPerson[] {
    return [...this.#people.values()];
  }

  rooms(): readonly WorldRoom[] {
    return [...this.#rooms.values()];
  }

  bot(): WorldPerson {
    for (const person of this.#people.values()) if (person.isBot) return person;
    throw new RangeError('This WeChat has no bot.');
  }

  person(id: string): WorldPerson {
    const person = this.#people.get(id);
    if (!person) throw new RangeError(`There is no person ${id}.`);
    return person;
  }

  room(id: string): WorldRoom {
    const room = this.#rooms.get(id);
    if (!room) throw new RangeError(`There is no room ${id}.`);
    return room;
  }

  hasRoom(id: string): boolean {
    return this.#rooms.has(id);
  }

  putPerson(person: WorldPerson): WorldPerson {
    this.#people.set(person.id, person);
    return person;
  }

  changePerson(id: string, change: Partial<Omit<WorldPerson, 'id' | 'isBot'>>): WorldPerson {
    return this.putPerson({ ...this.person(id), ...change });
  }

  putRoom(room: WorldRoom): WorldRoom {
    if (room.memberIds.length > LARGEST_ROOM) throw new RangeError(`A room has at most ${LARGEST_ROOM} members.`);
    this.#rooms.set(room.id, room);
    this.#members.set(room.id, new Set(room.memberIds));
    return room;
  }

  changeRoom(id: string, change: Partial<Omit<WorldRoom, 'id'>>): WorldRoom {
    return this.putRoom({ ...this.room(id), ...change });
  }

  isMember(roomId: string, personId: string): boolean {
    return this.#members.get(roomId)?.has(personId) ?? false;
  }

  /** Those of `personIds` who were not in yet. */
  admit(roomId: string, personIds: readonly string[]): readonly string[] {
    const { memberIds } = this.room(roomId);
    const newcomers = [...new Set(personIds)].filter((id) => !memberIds.includes(this.person(id).id));
    this.changeRoom(roomId, { memberIds: [...memberIds, ...newcomers] });
    return newcomers;
  }

  /** Those of `personIds` who were in. */
  dismiss(roomId: string, personIds: readonly string[]): readonly string[] {
    const { memberIds } = this.room(roomId);
    const leavers = memberIds.filter((id) => personIds.includes(id));
    this.changeRoom(roomId, { memberIds: memberIds.filter((id) => !leavers.includes(id)) });
    return leavers;
  }

  /** The name that `roomId` knows this person by. */
  nameIn(roomId: string, personId: string): string {
    return this.room(roomId).nicknames[personId] ?? this.person(personId).name;
  }
}
