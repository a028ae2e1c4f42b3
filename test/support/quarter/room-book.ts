/** Who is in which room, and who was asked into one: the platform's own ledger, which the bot cannot see. */

import type { Person, Place } from './town.js';

export interface Coming {
  readonly person: Person;
  readonly place: Place;
  readonly inviter: Person | undefined;
  readonly at: number;
}

export interface Removal {
  readonly platformId: string;
  readonly room: string;
  readonly at: number;
}

export class RoomBook {
  /** Asked in, and on their way or not. */
  readonly invitations: { readonly platformId: string; readonly room: string; readonly at: number }[] = [];
  readonly removals: Removal[] = [];
  /** Every arrival in a room, also of those who come back. */
  readonly arrivals: Coming[] = [];
  readonly #present = new Map<string, Set<string>>();
  readonly #seen = new Map<string, number>();
  /** In how many rooms somebody is. */
  readonly #places = new Map<string, number>();
  readonly #invited = new Set<string>();
  /** How many of the invitations are in that set. */
  #read = 0;
  #underway: Coming[] = [];

  isIn({ platformId }: Person, place: Pick<Place, 'platformId'>): boolean {
    return this.#present.get(place.platformId)?.has(platformId) ?? false;
  }

  /** Anywhere, ever. */
  hasCome(platformId: string): boolean {
    return this.#seen.has(platformId);
  }

  /** When they first came anywhere. */
  firstSeen(platformId: string): number | undefined {
    return this.#seen.get(platformId);
  }

  /** How many are in any room. */
  people(): number {
    return [...this.#places.values()].filter((rooms) => rooms > 0).length;
  }

  isAnywhere(platformId: string): boolean {
    return (this.#places.get(platformId) ?? 0) > 0;
  }

  wasInvited(person: string, to: string): boolean {
    for (; this.#read < this.invitations.length; this.#read++) {
      const { platformId, room } = this.invitations[this.#read] as Removal;
      this.#invited.add(`${platformId} ${room}`);
    }
    return this.#invited.has(`${person} ${to}`);
  }

  /** Platform ids. */
  present(room: string): ReadonlySet<string> {
    return this.#present.get(room) ?? new Set();
  }

  enter(coming: Coming): void {
    const people = this.#present.get(coming.place.platformId) ?? new Set<string>();
    if (!people.has(coming.person.platformId)) this.#move(coming.person, 1);
    this.#present.set(coming.place.platformId, people.add(coming.person.platformId));
    this.arrivals.push(coming);
    if (!this.hasCome(coming.person.platformId)) this.#seen.set(coming.person.platformId, coming.at);
  }

  leave({ platformId }: Person, place: Pick<Place, 'platformId'>): void {
    if (this.#present.get(place.platformId)?.delete(platformId)) this.#move({ platformId }, -1);
  }

  #move({ platformId }: Pick<Person, 'platformId'>, by: number): void {
    this.#places.set(platformId, (this.#places.get(platformId) ?? 0) + by);
  }

  expect(coming: Coming): void {
    this.#underway.push(coming);
  }

  /** Those whose time has come, once; who is there already does not come again. */
  takeDue(now: number): Coming[] {
    const due = this.#underway.filter(({ at }) => at <= now);
    this.#underway = this.#underway.filter(({ at }) => at > now);
    const fresh = due.filter(({ person, place }) => !this.isIn(person, place));
    return fresh.filter((one, index) => fresh.findIndex((other) => sameWay(one, other)) === index);
  }
}

function sameWay(one: Coming, other: Coming): boolean {
  return one.person.platformId === other.person.platformId && one.place.platformId === other.place.platformId;
}
